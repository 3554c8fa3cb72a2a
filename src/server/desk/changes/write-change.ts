import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { formatProblem } from '../../../domain/problem.ts';
import { BatchRefused, recoverBatch, writeBatch } from '../../../importing/write/batch-write.ts';
import { digestOf, recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Change } from './change.ts';
import { filesToPlace, sha256Of, type ChangeFile } from './change-files.ts';
import { moveChange } from './change-store.ts';
import { publishChange } from './publish-change.ts';
import { recordFile, recordsOnDisk } from './records-on-disk.ts';
import { newErrors } from './would-be.ts';

/** One sentence for the person who pressed the button; undefined when all went well. */
export type Refusal = string | undefined;

/**
 * Writes a change that is in state `writing`, all of its records or none, says so in the audit, and publishes.
 * Refused (a record changed meanwhile, or would have errors), it goes back to where it came from.
 */
export async function writeApproved(parts: DeskParts, change: Change): Promise<Refusal> {
  const { db, now } = parts;
  const files = await filesToPlace(db, change.id);
  const refusal = writeRecords(parts, change, files);
  if (refusal !== undefined) {
    await moveChange(db, change.id, 'writing', backFrom(change), now());
    return refusal;
  }
  await markWritten(parts, change, files);
  await publishChange(parts, change, change.approvedBy ?? change.createdBy);
  return undefined;
}

/** Before it was confirmed. */
export function backFrom({ alone }: Change): { state: 'draft' | 'waiting'; approvedBy: null; alone: false } {
  return { state: alone ? 'draft' : 'waiting', approvedBy: null, alone: false };
}

export async function markWritten({ db, now }: DeskParts, change: Change, files: readonly ChangeFile[]): Promise<void> {
  const who = change.approvedBy ?? change.createdBy;
  await db.transaction().execute(async (transaction) => {
    if (!(await moveChange(transaction, change.id, 'writing', { state: 'written', writtenAt: now() }, now()))) return;
    await recordAudit(transaction, { who, action: 'change-written', subject: `change:${change.id}`, note: change.alone ? 'confirmed by the only user' : `made by ${change.createdBy}` }, now());
    for (const { path, before, after } of change.records) {
      await recordAudit(transaction, { who, action: 'record-written', subject: path, ...(before !== undefined && { before: digestOf(before) }), after: digestOf(after), note: `change:${change.id}` }, now());
    }
    for (const { role, bytes } of files) await recordAudit(transaction, { who, action: 'file-written', subject: role, after: digestOf(bytes), note: `change:${change.id}` }, now());
  });
}

/** Photographs first: a record must never name one that is not there. */
function writeRecords({ contentDir, cacheFile, now }: DeskParts, { records }: Change, files: readonly ChangeFile[]): Refusal {
  const placed: string[] = [];
  try {
    recoverBatch(contentDir);
    for (const { role, bytes } of files) if (place(recordFile(contentDir, role), bytes)) placed.push(role);
    writeBatch(records, {
      contentDir,
      check: () => {
        const errors = newErrors(recordsOnDisk(contentDir, cacheFile).register, { records, filesAdded: files.map(({ role }) => role) }, dayInVietnam(now()));
        if (errors.length > 0) throw new BatchRefused(`Không ghi gì, hồ sơ sẽ có lỗi: ${errors.map((problem) => formatProblem(problem, 'vi')).join(' ')}`);
      },
    });
    return undefined;
  } catch (error) {
    for (const role of placed) rmSync(recordFile(contentDir, role), { force: true });
    if (error instanceof BatchRefused) return error.message.replace(/ \([A-Za-z][^)]*\)$/, '');
    throw error;
  }
}

/** False when the same file lies there already. */
function place(file: string, bytes: Uint8Array): boolean {
  if (existsSync(file)) {
    if (sha256Of(readFileSync(file)) === sha256Of(bytes)) return false;
    throw new BatchRefused(`Đã có tệp khác tên ${file.split('/').at(-1)} ở đó: hãy đổi tên ảnh rồi gửi lại.`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.moi`, bytes, { flush: true });
  renameSync(`${file}.moi`, file);
  return true;
}
