import { PostgresDialect, type Dialect, type PostgresPool } from 'kysely';

/** What is used of the package `pg`, which is loaded only when DATABASE_URL asks for it. */
interface PgPackage {
  default: {
    Pool: new (options: { connectionString: string; max: number; types: TypeParsers }) => PostgresPool & { on(event: 'error', listener: () => void): void };
    types: TypeParsers;
  };
}

interface TypeParsers {
  getTypeParser(oid: number, format?: string): (text: string) => unknown;
}

const CONNECTIONS = 10;
const BIGINT = 20;

/** Throws with one sentence when the package is not installed. */
export async function postgresDialect(databaseUrl: string): Promise<Dialect> {
  const { Pool, types } = (await loadPg()).default;
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS, types: { getTypeParser: (oid, format) => (oid === BIGINT ? exactNumber : types.getTypeParser(oid, format)) } });
  // An idle connection that the server closes would end the process; the next query opens another one or fails itself.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/** Amounts and counts: as numbers, as the embedded database gives them. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a number`);
  return value;
}

/** True when a PostgreSQL database can be used at all. */
export async function isPgInstalled(): Promise<boolean> {
  return loadPg().then(
    () => true,
    () => false,
  );
}

async function loadPg(): Promise<PgPackage> {
  const name: string = 'pg';
  try {
    return (await import(name)) as PgPackage;
  } catch (error) {
    throw new Error('DATABASE_URL asks for PostgreSQL, but the package "pg" is not installed: run "npm install pg", or remove DATABASE_URL.', { cause: error });
  }
}
