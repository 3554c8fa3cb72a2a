import { recoverBatch } from '../../../importing/write/batch-write.ts';
import type { DeskParts } from '../desk-parts.ts';
import { filesToPlace } from './change-files.ts';
import { listChanges, moveChange } from './change-store.ts';
import { recordText } from './records-on-disk.ts';
import { finishUndo } from './undo-change.ts';
import { backFrom, markWritten } from './write-change.ts';

/** To be run before the register is read at a start: what was being written or undone when the machine stopped ends here. */
export async function resumeChanges(parts: DeskParts): Promise<void> {
  const { db, now, contentDir } = parts;
  const stopped = await listChanges(db, { states: ['writing', 'undoing'], limit: 1_000 });
  if (stopped.length > 0) recoverBatch(contentDir);
  for (const change of stopped) {
    if (change.state === 'undoing') {
      await finishUndo(parts, change.id, change.undoneBy ?? change.createdBy);
    } else if (change.records.every(({ path, after }) => recordText(contentDir, path) === after)) {
      await markWritten(parts, change, await filesToPlace(db, change.id));
    } else {
      await moveChange(db, change.id, 'writing', backFrom(change), now());
    }
  }
}
