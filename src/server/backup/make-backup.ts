import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialectName } from '../db/open-database.ts';
import { backUpSqlite } from './backup-sqlite.ts';
import { filesWithHashes, type FileHash } from './file-hashes.ts';
import { dumpPostgres } from './postgres-tools.ts';

export interface BackupSettings {
  dataDir: string;
  /** The folder of the records. */
  contentDir: string;
  databaseUrl?: string | undefined;
}

/** What lies in a backup: `backup.json` at its root. */
export interface BackupList {
  version: 1;
  /** ISO instant. */
  at: string;
  database: 'sqlite' | 'postgres' | 'none';
  /** Everything else in it, by its path inside. */
  files: readonly FileHash[];
}

export const LIST_FILE = 'backup.json';
export const DATABASE_FILES = { sqlite: 'database/office.sqlite', postgres: 'database/office.dump' } as const;

/** Of the publishes: which one is served, manifests, and the files that they name; new files only join them meanwhile. */
export const PUBLISH_PARTS = ['current', 'manifests', 'log.jsonl', 'files'] as const;

/**
 * Copies database, records, keys and publishes into a new folder below `into`, readable by its owner alone, and gives back its path.
 * The server may go on. The folder has its name only when it is whole.
 */
export async function makeBackup({ dataDir, contentDir, databaseUrl }: BackupSettings, into: string, nowMs: number): Promise<string> {
  const at = new Date(nowMs).toISOString();
  const folder = join(into, `ocop-${at.replace(/[:.]/g, '-')}`);
  const part = `${folder}.part`;
  if (existsSync(folder)) throw new Error(`${folder} is there already: make backups a moment apart.`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'database'), { recursive: true, mode: 0o700 });
  try {
    const dialect = dialectName(databaseUrl);
    const database = dialect === 'postgres' ? (await dumpPostgres(databaseUrl as string, join(part, DATABASE_FILES.postgres)), dialect) : (await backUpSqlite(join(dataDir, 'office.sqlite'), join(part, DATABASE_FILES.sqlite))) ? dialect : 'none';
    cpSync(contentDir, join(part, 'content'), { recursive: true });
    copyIfThere(join(dataDir, 'keys'), join(part, 'keys'));
    for (const name of PUBLISH_PARTS) copyIfThere(join(dataDir, 'publish', name), join(part, 'publish', name));
    const list: BackupList = { version: 1, at, database, files: filesWithHashes(part) };
    writeFileSync(join(part, LIST_FILE), `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600 });
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

/** The list of a backup. Throws with one sentence for a folder that is none. */
export function readBackupList(folder: string): BackupList {
  const file = join(folder, LIST_FILE);
  if (!existsSync(file)) throw new Error(`${folder} is no backup: it has no ${LIST_FILE}.`);
  const list = JSON.parse(readFileSync(file, 'utf8')) as BackupList;
  if (list.version !== 1) throw new Error(`${folder} was made by a newer version of this program.`);
  return list;
}
