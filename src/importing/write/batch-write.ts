import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProposedRecord } from '../proposal.ts';
import { batchFolder, finish, readJournal, type Journal } from './batch-journal.ts';

/** The steps of a batch, in order; a test stops the process at each. */
export type BatchStep = 'locked' | 'staged' | 'checked' | 'committed' | 'renamed-one' | 'renamed-all';

/** What a run finds left by one that was stopped. */
export type Recovery = 'nothing' | 'rolled-back' | 'completed';

/** Somebody else is writing, a file changed since it was looked at, or the would-be register has errors. Nothing was written. */
export class BatchRefused extends Error {}

export interface BatchOptions {
  /** The folder of records; its parent is what records' paths start from. */
  contentDir: string;
  /** Runs over what is about to be written; what it throws leaves everything as it was. */
  check: () => void;
  onStep?: (step: BatchStep) => void;
}

/**
 * Writes all records or none. They are written beside the register first and moved into place only after the check, with
 * a journal that the next run finishes from; before the journal stands, a stopped run leaves the register untouched.
 */
export function writeBatch(records: readonly ProposedRecord[], { contentDir, check, onStep = () => {} }: BatchOptions): void {
  const root = dirname(contentDir);
  const folder = batchFolder(contentDir);
  lock(folder);
  onStep('locked');
  try {
    for (const { path, before } of records) refuseChanged(join(root, path), path, before);
    const journal: Journal = { files: records.map(({ path, before, after }, at) => ({ path, staged: `${at}.yaml`, before: before ?? null, after })) };
    for (const { staged, after } of journal.files) durable(join(folder, staged), after);
    onStep('staged');
    check();
    onStep('checked');
    durable(join(folder, 'journal.new'), JSON.stringify(journal));
    renameSync(join(folder, 'journal.new'), join(folder, 'journal.json'));
    syncFolder(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  onStep('committed');
  finish(contentDir, () => onStep('renamed-one'));
  onStep('renamed-all');
  rmSync(folder, { recursive: true, force: true });
}

/** To be called before the register is read: finishes or takes back what a stopped run left. */
export function recoverBatch(contentDir: string): Recovery {
  const folder = batchFolder(contentDir);
  if (!existsSync(folder)) return 'nothing';
  if (isAlive(folder)) throw new BatchRefused('Một lần nhập khác đang ghi: hãy chờ nó xong rồi chạy lại. (Another import is writing: wait for it.)');
  const journal = readJournal(contentDir);
  if (journal !== undefined) finish(contentDir);
  rmSync(folder, { recursive: true, force: true });
  return journal === undefined ? 'rolled-back' : 'completed';
}

/** The folder appears with its owner's id already in it, so that nobody takes it for one that was left behind. */
function lock(folder: string): void {
  const own = mkdtempSync(`${folder}-`);
  writeFileSync(join(own, 'pid'), String(process.pid));
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
    throw new BatchRefused('Một lần nhập khác đang ghi hoặc bị dừng giữa chừng: hãy chạy lại lệnh nhập. (Another import is writing or was stopped: run again.)');
  }
}

/** The process that made the folder still runs; our own id in an old folder belongs to one that is gone. */
function isAlive(folder: string): boolean {
  const file = join(folder, 'pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function refuseChanged(file: string, path: string, before: string | undefined): void {
  const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (now !== before) throw new BatchRefused(`${path} đã thay đổi từ lúc xem: hãy chạy lại để xem bản mới. (changed since it was looked at: run again)`);
}

function durable(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows neither needs nor allows it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
