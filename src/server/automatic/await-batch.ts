import { recoverBatch, BatchRefused } from '../../importing/write/batch-write.ts';
import type { Timers } from './timers.ts';

const LOOK_MS = 100;
const LONGEST_MS = 30_000;

/**
 * Waits until no import is moving its records into place, so that no publish shows half of one, and finishes what a
 * stopped import left. Rejects when an import takes longer than half a minute; the register is published when it ends.
 */
export async function awaitBatch(contentDir: string, timers: Timers, recover: (contentDir: string) => unknown = recoverBatch): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    try {
      recover(contentDir);
      return;
    } catch (error) {
      if (!(error instanceof BatchRefused) || waited >= LONGEST_MS) throw error;
    }
    await new Promise<void>((resolve) => void timers.after(LOOK_MS, resolve));
  }
}
