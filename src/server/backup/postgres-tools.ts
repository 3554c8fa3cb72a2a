import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs of PostgreSQL, found on the PATH or beside its server. Throws with one sentence that holds no password. */
export async function dumpPostgres(databaseUrl: string, to: string): Promise<void> {
  await tool('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${to}`, `--dbname=${databaseUrl}`], databaseUrl);
}

/** Into an empty database, or one whose tables are to be replaced. One transaction: all of it or nothing. */
export async function restorePostgres(databaseUrl: string, from: string): Promise<void> {
  await tool('pg_restore', ['--no-owner', '--no-privileges', '--clean', '--if-exists', '--single-transaction', `--dbname=${databaseUrl}`, from], databaseUrl);
}

async function tool(name: string, args: readonly string[], databaseUrl: string): Promise<void> {
  try {
    await run(name, [...args], { maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error(`${name} is not installed: install the PostgreSQL client of the server's version, and see that ${name} is on the PATH.`, { cause: 'missing' });
    throw new Error(`${name} failed: ${(stderr ?? '').replaceAll(databaseUrl, 'DATABASE_URL').trim().slice(0, 500)}`);
  }
}
