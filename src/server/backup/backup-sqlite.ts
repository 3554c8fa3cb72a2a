import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

/** A whole copy of the embedded database as it stood at one moment, made while the server goes on writing. False where there is none yet. */
export async function backUpSqlite(file: string, to: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  try {
    const { integrity_check: verdict } = copy.prepare('pragma integrity_check').get() as { integrity_check: string };
    if (verdict !== 'ok') throw new Error(`the copy of the database is damaged: ${verdict}`);
  } finally {
    copy.close();
  }
  return true;
}
