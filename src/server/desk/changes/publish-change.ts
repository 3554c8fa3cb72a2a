import type { DeskParts } from '../desk-parts.ts';
import type { Change } from './change.ts';
import { findChange, moveChange } from './change-store.ts';

/** Publishes what is in the records now, and notes on the change whether that worked. */
export async function publishChange(parts: DeskParts, { id, title }: Pick<Change, 'id' | 'title'>, who: string): Promise<void> {
  const { db, now, publish, onError } = parts;
  const result = await publish({ who, what: title }).catch((error: unknown) => {
    onError(error, `publishing change ${id}`);
    return { problem: 'Máy chủ gặp lỗi khi xuất bản.' };
  });
  const change = await findChange(db, id);
  if (change === undefined) return;
  await moveChange(db, id, change.state, 'problem' in result ? { publishProblem: result.problem } : { publishedAt: now(), publishProblem: null }, now());
}
