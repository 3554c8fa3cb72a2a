import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { formatProblem } from '../../../domain/problem.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import { BatchRefused, recoverBatch, writeBatch } from '../../../importing/write/batch-write.ts';
import { digestOf, recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Change } from './change.ts';
import { filesToPlace, sha256Of, type ChangeFile } from './change-files.ts';
import { findChange, moveChange } from './change-store.ts';
import { publishChange } from './publish-change.ts';
import { recordFile, recordsOnDisk, recordText } from './records-on-disk.ts';
import { GONE } from './send-change.ts';
import { newErrors } from './would-be.ts';
import type { Refusal } from './write-change.ts';

/** Puts back what the records said before, and publishes. Refused, with names, when a record changed since. */
export async function undoChange(parts: DeskParts, change: Change, who: string): Promise<Refusal> {
  const { db, now } = parts;
  const files = await filesToPlace(db, change.id);
  const refusal = whyNot(parts, change, files);
  if (refusal !== undefined) return refusal;
  if (!(await moveChange(db, change.id, 'written', { state: 'undoing', undoneBy: who }, now()))) return GONE;
  await finishUndo(parts, change.id, who);
  await publishChange(parts, change, who);
  return undefined;
}

/** What is already back stays; can be run again after a stop. */
export async function finishUndo(parts: DeskParts, id: string, who: string): Promise<void> {
  const { db, now } = parts;
  const change = await findChange(db, id);
  if (change?.state !== 'undoing') return;
  putBack(parts, change, await filesToPlace(db, id));
  await db.transaction().execute(async (transaction) => {
    if (!(await moveChange(transaction, id, 'undoing', { state: 'undone', undoneAt: now() }, now()))) return;
    await recordAudit(transaction, { who, action: 'change-undone', subject: `change:${id}` }, now());
    for (const { path, before, after } of change.records) {
      await recordAudit(transaction, { who, action: 'record-restored', subject: path, before: digestOf(after), ...(before !== undefined && { after: digestOf(before) }), note: `change:${id}` }, now());
    }
  });
}

function whyNot({ contentDir, cacheFile, now }: DeskParts, { records }: Change, files: readonly ChangeFile[]): Refusal {
  const changed = records.filter(({ path, after }) => recordText(contentDir, path) !== after).map(({ path }) => path);
  if (changed.length > 0) return `Không hoàn tác được: ${changed.join(', ')} đã được sửa sau đó. Hãy hoàn tác lần sửa sau trước, hoặc sửa bằng tay.`;
  const errors = newErrors(
    recordsOnDisk(contentDir, cacheFile).register,
    { records: restored(records), removed: removed(records), filesRemoved: files.map(({ role }) => role) },
    dayInVietnam(now()),
  );
  return errors.length === 0 ? undefined : `Không hoàn tác được, hồ sơ sẽ có lỗi: ${errors.map((problem) => formatProblem(problem, 'vi')).join(' ')}`;
}

/** First what others may need, then away with what was new: decisions, products, producers. At no moment does a record name what is not there. */
function putBack({ contentDir }: DeskParts, { records }: Change, files: readonly ChangeFile[]): void {
  recoverBatch(contentDir);
  const left = restored(records).filter(({ path, before }) => recordText(contentDir, path) === before);
  if (left.length > 0) writeBatch(left, { contentDir, check: () => undefined });
  for (const path of removed(records)) {
    const file = recordFile(contentDir, path);
    const after = records.find((record) => record.path === path)?.after;
    if (existsSync(file) && readFileSync(file, 'utf8') !== after) throw new BatchRefused(`${path} đã được sửa khi đang hoàn tác.`);
    rmSync(file, { force: true });
    removeIfEmpty(dirname(file));
  }
  for (const { role, sha256 } of files) {
    const file = recordFile(contentDir, role);
    if (existsSync(file) && sha256Of(readFileSync(file)) === sha256) rmSync(file);
    removeIfEmpty(dirname(file));
  }
}

function restored(records: readonly ProposedRecord[]): ProposedRecord[] {
  return records.flatMap(({ path, before, after }) => (before === undefined ? [] : [{ path, before: after, after: before }]));
}

const ORDER = ['content/decisions/', 'content/products/', 'content/producers/'];

function removed(records: readonly ProposedRecord[]): string[] {
  const place = (path: string): number => ORDER.findIndex((folder) => path.startsWith(folder));
  return records.filter(({ before }) => before === undefined).map(({ path }) => path).sort((a, b) => place(a) - place(b));
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else lies there; it stays.
  }
}
