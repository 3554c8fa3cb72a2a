import { watch } from 'node:fs';
import { POINTER_FILE } from '../../publish/pointer.ts';

/** Some file systems (network shares, some containers) report no changes: looked at again this often. */
const POLL_MS = 2_000;

/** Calls `onChange` when the pointer may have been switched; gives back what stops it. */
export function watchPointer(publishDir: string, onChange: () => void): () => void {
  const poll = setInterval(onChange, POLL_MS).unref();
  const watcher = watch(publishDir, { persistent: false }, (_event, name) => {
    if (name === null || name === POINTER_FILE) onChange();
  });
  // Polling goes on when watching fails.
  watcher.on('error', () => watcher.close());
  return () => {
    clearInterval(poll);
    watcher.close();
  };
}
