import type { Kysely } from 'kysely';
import type { DialectName } from './open-database.ts';

/** One step of the tables' history. Once released it never changes: what must differ is a new step. */
export interface Migration {
  /** Orders and identifies it: `0001-users`. */
  name: string;
  /** Runs inside the transaction of all missing steps. Tables are named as they were then, not as `Tables` says now. */
  up(db: Kysely<unknown>, dialect: DialectName): Promise<void>;
}
