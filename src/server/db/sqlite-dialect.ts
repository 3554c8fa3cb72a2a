import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Dialect, type SqliteDatabase } from 'kysely';

/** How long a write waits for another process, such as a command beside the running server: longer than any of ours takes on a busy machine. */
const BUSY_MS = 15_000;

/** node:sqlite behind Kysely. Committed means on disk: WAL with synchronous FULL survives a power cut. */
export function sqliteDialect(file: string): Dialect {
  const open = async (): Promise<SqliteDatabase> => adapt(openFile(file));
  const dialect = new SqliteDialect({ database: open });
  dialect.createDriver = () => new ImmediateDriver({ database: open });
  return dialect;
}

/** Readable by the server's own user only; SQLite gives its log beside it the same rights. */
function openFile(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off');
  return database;
}

/** So many statements stay prepared; longer ones, such as for many rows at once, hardly come again. */
const MOST_PREPARED = 200;
const LONGEST_PREPARED = 1_500;

/** Kysely asks for the shape of better-sqlite3: parameters as one list, and whether a statement gives rows. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = adaptStatement(database, sql);
      if (sql.length > LONGEST_PREPARED) return statement;
      if (prepared.size === MOST_PREPARED) prepared.delete(prepared.keys().next().value as string);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/** Rows that are read one by one get a statement of their own: another run would take them away. */
function adaptStatement(database: DatabaseSync, sql: string): ReturnType<SqliteDatabase['prepare']> {
  const statement = database.prepare(sql);
  type Values = Parameters<typeof statement.all>;
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Values)),
    run: (parameters) => statement.run(...(parameters as Values)),
    iterate: (parameters) => database.prepare(sql).iterate(...(parameters as Values)),
  };
}

/** A transaction that reads first and then writes would fail at once when another process wrote in between. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
