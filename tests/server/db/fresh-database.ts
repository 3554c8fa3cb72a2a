import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Database } from '../../../src/server/db/database.ts';
import { openDatabase, type DatabaseSettings, type DialectName } from '../../../src/server/db/open-database.ts';
import { isPgInstalled } from '../../../src/server/db/postgres-dialect.ts';
import { postgresServer } from './postgres-server.ts';

/** A Tuesday morning in the office. */
export const MORNING = Date.parse('2026-11-24T01:30:00.000Z');

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const server = (await isPgInstalled()) ? await postgresServer() : { missing: 'the package "pg" is not installed' };
/** Why PostgreSQL is not tested on this machine; undefined when it is. */
export const postgresMissing = 'missing' in server ? server.missing : undefined;
const postgresUrl = 'url' in server ? server.url : undefined;

/** Every kind of database that can be tested on this machine. */
export const DIALECTS: readonly DialectName[] = postgresMissing === undefined ? ['sqlite', 'postgres'] : ['sqlite'];

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-office-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty database with all tables, gone after the test. */
export async function freshDatabase(dialect: DialectName = 'sqlite', dataDir?: string): Promise<Database> {
  const db = await openDatabase(await freshSettings(dialect, dataDir), () => MORNING);
  cleanups.push(() => db.destroy());
  return db;
}

/** Where an empty database is that nobody opened yet, for tests with several processes. */
export async function freshSettings(dialect: DialectName, dataDir?: string, { whole = false } = {}): Promise<DatabaseSettings> {
  const fresh = whole ? freshPostgres : freshSchema;
  return { dataDir: dataDir ?? (await temporaryFolder()), databaseUrl: dialect === 'postgres' ? await fresh() : undefined };
}

/** A database of its own, for tools that know no schemas. */
async function freshPostgres(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(`create database ${name}`);
  cleanups.push(() => run(`drop database ${name} with (force)`));
  const url = new URL(postgresUrl as string);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(sql: string): Promise<void> {
  const { Client } = ((await import('pg' as string)) as { default: { Client: new (url: string) => PgClient } }).default;
  const client = new Client(postgresUrl as string);
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function freshSchema(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(`create schema ${name}`);
  cleanups.push(() => run(`drop schema ${name} cascade`));
  const url = new URL(postgresUrl as string);
  url.searchParams.set('options', `-c search_path=${name}`);
  return url.href;
}

interface PgClient {
  connect(): Promise<void>;
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}
