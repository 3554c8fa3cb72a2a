import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { RecordChanges } from './record-changes.ts';
import type { StepTimes } from './publish-steps.ts';
import type { UpdateReason } from './site-update.ts';

/** The file inside the publish directory with a line of JSON for each publish, oldest first. */
export const LOG_FILE = 'log.jsonl';

export interface PublishLogEntry {
  /** Of the publish. */
  number: number;
  /** When it went live, ISO 8601 in UTC. */
  at: string;
  /** What led to it; several when they came together. */
  why: readonly UpdateReason[];
  snapshot: number;
  asOf: IsoDate;
  build: string;
  /** The number of the publish that was brought back. */
  rollbackTo?: number;
  /** The one before was made by other code. */
  newCode?: true;
  /** Records that are not what they were in the publish before; absent when that is not known. */
  changed?: RecordChanges;
  /** Files of the site: pages, feeds and app files. */
  pages: { all: number; made: number; removed: number };
  /** Of new files. */
  bytes: number;
  /** Milliseconds by step. */
  steps: StepTimes;
}

/** Adds a line. One that a killed process left half-written is ended first, so that it costs no other line. */
export async function appendToLog(publishDir: string, entry: PublishLogEntry): Promise<void> {
  const handle = await open(join(publishDir, LOG_FILE), 'a+');
  try {
    const { size } = await handle.stat();
    const isTorn = size > 0 && (await handle.read({ buffer: Buffer.alloc(1), position: size - 1 })).buffer.toString() !== '\n';
    await handle.writeFile(`${isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Every publish that was written down, oldest first; a torn or damaged line is stepped over. */
export async function readPublishLog({ directory }: { readonly directory: string }): Promise<PublishLogEntry[]> {
  const text = await readFile(join(directory, LOG_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => entryOf(line) ?? []);
}

function entryOf(line: string): PublishLogEntry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as PublishLogEntry;
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** What a page is made from must not fail for one odd line. */
function isEntry({ number, at, asOf, why, pages, steps }: Partial<PublishLogEntry>): boolean {
  const isWhole = typeof number === 'number' && typeof pages === 'object' && typeof steps === 'object' && Array.isArray(why);
  return isWhole && typeof asOf === 'string' && !Number.isNaN(Date.parse(at ?? ''));
}
