import { isTaskTimeout, MeilisearchRefusal, toAdminError, type EnqueuedTaskPromise, type Task } from './client.ts';

export interface TaskLimits {
  /** For one task, waiting in the queue included. */
  timeoutMs: number;
  /** Between two looks. */
  everyMs: number;
}

/** Big loads take seconds; what takes this long is stuck. */
export const TASK_LIMITS: TaskLimits = { timeoutMs: 120_000, everyMs: 50 };

/** A task that Meilisearch could not do, or was told to give up. */
export class TaskFailed extends Error {
  override name = 'TaskFailed';
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Meilisearch took a task and has not ended it in time; it may still do. */
export class TaskOverdue extends Error {
  override name = 'TaskOverdue';
}

/** Resolves when the task succeeded. `what` says in a few words what it was for. */
export async function awaitTask(task: EnqueuedTaskPromise, what: string, { timeoutMs, everyMs }: TaskLimits = TASK_LIMITS): Promise<Task> {
  const ended = await task.waitTask({ timeout: timeoutMs, interval: everyMs }).catch((error: unknown) => {
    if (isTaskTimeout(error)) throw new TaskOverdue(`Meilisearch did not end "${what}" within ${timeoutMs / 1_000} s`, { cause: error });
    throw toAdminError(error);
  });
  if (ended.status === 'succeeded') return ended;
  const { message = ended.status, code = ended.status } = ended.error ?? {};
  throw new TaskFailed(`Meilisearch failed at "${what}": ${message}`, code);
}

/** True for what is only said of an index that is not there. */
export function isNoIndex(error: unknown): boolean {
  return (error instanceof TaskFailed || error instanceof MeilisearchRefusal) && error.code === 'index_not_found';
}
