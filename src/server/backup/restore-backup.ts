import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dialectName } from '../db/open-database.ts';
import { filesWithHashes } from './file-hashes.ts';
import { DATABASE_FILES, LIST_FILE, PUBLISH_PARTS, readBackupList, type BackupList, type BackupSettings } from './make-backup.ts';
import { restorePostgres } from './postgres-tools.ts';

/**
 * Puts a backup back. Refuses one that is not whole, and to replace what is there unless `overwrite` says so. The server
 * must be stopped.
 */
export async function restoreBackup(settings: BackupSettings, folder: string, { overwrite }: { overwrite: boolean }): Promise<BackupList> {
  const { dataDir, contentDir, databaseUrl } = settings;
  const list = readBackupList(folder);
  refuseDamaged(folder, list);
  const dialect = dialectName(databaseUrl);
  if (list.database !== 'none' && list.database !== dialect) throw new Error(`the backup holds a database of ${list.database}, but the settings ask for ${dialect}: set DATABASE_URL as it was.`);
  const database = join(dataDir, 'office.sqlite');
  const [keys, publish] = [join(dataDir, 'keys'), join(dataDir, 'publish')];
  const inTheWay = [dialect === 'sqlite' ? database : '', keys, contentDir].filter((path) => path !== '' && isThere(path));
  if (!overwrite && (inTheWay.length > 0 || dialect === 'postgres')) {
    throw new Error(`restoring would replace ${[...inTheWay, ...(dialect === 'postgres' ? ['the database of DATABASE_URL'] : [])].join(', ')}: make a backup of what is there, then run it again with --overwrite.`);
  }
  if (list.database === 'postgres') await restorePostgres(databaseUrl as string, join(folder, DATABASE_FILES.postgres));
  mkdirSync(dataDir, { recursive: true });
  if (list.database === 'sqlite') {
    for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
    copyFileSync(join(folder, DATABASE_FILES.sqlite), database);
    chmodSync(database, 0o600);
  }
  replace(join(folder, 'content'), contentDir);
  replace(join(folder, 'keys'), keys);
  for (const name of PUBLISH_PARTS) replace(join(folder, 'publish', name), join(publish, name));
  return list;
}

function refuseDamaged(folder: string, { files }: BackupList): void {
  const found = new Map(filesWithHashes(folder).map(({ path, sha256 }) => [path, sha256]));
  const wrong = files.find(({ path, sha256 }) => found.get(path) !== sha256);
  if (wrong !== undefined) throw new Error(`${folder} is damaged: ${wrong.path} is not what ${LIST_FILE} says. Nothing was changed; use another backup.`);
}

function isThere(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return readdirSync(path).length > 0;
  } catch {
    return true;
  }
}

function replace(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
