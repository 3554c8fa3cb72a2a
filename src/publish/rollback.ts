import { countPages, type Manifest, type PublishSource } from './manifest.ts';
import { appendToLog, readPublishLog, type PublishLogEntry } from './publish-log.ts';
import { stepTimer, type PublishStep } from './publish-steps.ts';
import type { PublishStore } from './publish-store.ts';
import { beginTurn } from './publish-turn.ts';

export interface RollbackOptions {
  /** The publish to bring back; the one before that in force when it is not said. */
  to?: number;
  /** Milliseconds since 1970, for the log; the machine's clock when it is not given. */
  now?: () => number;
  lockWaitMs?: number;
  onStep?: (step: PublishStep) => void;
  onSwitch?: (manifest: Manifest) => Promise<void> | void;
}

export interface RollbackReport {
  manifest: Manifest;
  entry: PublishLogEntry;
}

/** There is no such publish to bring back. The message says which there are. */
export class RollbackError extends Error {
  override name = 'RollbackError';
}

/**
 * Puts an earlier publish in force under a new number. What it takes away is not published again by itself:
 * see {@link isHeldBack}.
 */
export async function rollBack(store: PublishStore, options: RollbackOptions): Promise<RollbackReport> {
  const timer = stepTimer(options.onStep);
  const turn = await timer.run('lock', () => beginTurn(store, options.lockWaitMs));
  try {
    const current = await timer.run('read', () => turn.current());
    const target = await targetOf(store, current, options.to);
    const from = current?.rollback?.from ?? { register: current?.register ?? '', build: current?.build ?? '' };
    const isForward = target.register === from.register && target.build === from.build;
    const { rollback: _, ...site } = target;
    const manifest: Manifest = { ...site, number: turn.nextNumber(), ...(isForward ? {} : { rollback: { to: target.rollback?.to ?? target.number, from } }) };
    await timer.run('manifest', () => store.write(manifest));
    await timer.run('switch', async () => {
      await turn.assertOwn();
      await store.switchTo(manifest);
      await options.onSwitch?.(manifest);
    });
    const { number, snapshot, asOf, build } = manifest;
    const entry: PublishLogEntry = {
      number,
      at: new Date((options.now ?? Date.now)()).toISOString(),
      why: ['rollback'],
      snapshot,
      asOf,
      build,
      rollbackTo: target.number,
      pages: { all: countPages(manifest), made: 0, removed: 0 },
      bytes: 0,
      steps: timer.times,
    };
    await timer.run('log', () => appendToLog(store.directory, entry));
    return { manifest, entry };
  } finally {
    await turn.end();
  }
}

/** Publishes that can be brought back, newest first; the first is in force. */
export async function keptPublishes(store: PublishStore): Promise<PublishLogEntry[]> {
  const [numbers, log, inForce] = [new Set(await store.numbers()), await readPublishLog(store), (await store.currentNumber()) ?? 0];
  return log.filter(({ number }) => numbers.has(number) && number <= inForce).sort((a, b) => b.number - a.number);
}

/**
 * A rollback holds until there is something new to publish. Where it took records away, that is a changed register: a new
 * day or new code would only bring back what somebody did not want. Where it took only code away, other code is new too.
 */
export function isHeldBack(inForce: Manifest, source: Pick<PublishSource, 'register' | 'build'>): boolean {
  if (inForce.rollback === undefined) return false;
  const { from } = inForce.rollback;
  const tookRecords = inForce.register !== from.register;
  return source.register === from.register && (tookRecords || source.build === from.build);
}

async function targetOf(store: PublishStore, current: Manifest | undefined, to: number | undefined): Promise<Manifest> {
  const kept = (await keptPublishes(store)).map(({ number }) => number).filter((number) => number !== current?.number);
  const [before] = kept;
  const number = to ?? before;
  if (number !== undefined && kept.includes(number)) return store.read(number);
  const choice = kept.length === 0 ? 'nothing was published before' : `there are ${kept.join(', ')}`;
  throw new RollbackError(number === undefined ? `No publish to go back to: ${choice}.` : `Publish ${number} cannot be brought back: ${choice}.`);
}
