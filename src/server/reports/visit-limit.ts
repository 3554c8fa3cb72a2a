import { createHmac, randomBytes } from 'node:crypto';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { Database } from '../db/database.ts';
import { networkOf } from '../http/visitor-network.ts';

/**
 * Digest of what a visitor did under the salt of this day. Salt and counts go with the day: afterwards nobody, this
 * server included, can tell from the database who was here.
 */
export async function visitKey(db: Database, what: string, address: string, nowMs: number): Promise<string> {
  const salt = await saltOf(db, dayInVietnam(nowMs));
  return createHmac('sha256', salt).update(`${what}\0${networkOf(address)}`).digest('hex').slice(0, 40);
}

/** Counts one more; true while there are at most `most` on this day. */
export async function mayVisit(db: Database, key: string, most: number, nowMs: number): Promise<boolean> {
  const { count } = await db
    .insertInto('visit_counts')
    .values({ key, day: dayInVietnam(nowMs), count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ count: row('visit_counts.count', '+', 1) })))
    .returning('count')
    .executeTakeFirstOrThrow();
  return count <= most;
}

async function saltOf(db: Database, day: string): Promise<string> {
  const find = () => db.selectFrom('visit_salts').select('salt').where('day', '=', day).executeTakeFirst();
  const known = await find();
  if (known !== undefined) return known.salt;
  await db.insertInto('visit_salts').values({ day, salt: randomBytes(32).toString('hex') }).onConflict((conflict) => conflict.column('day').doNothing()).execute();
  await db.deleteFrom('visit_salts').where('day', '<', day).execute();
  await db.deleteFrom('visit_counts').where('day', '<', day).execute();
  const made = await find();
  if (made === undefined) throw new Error(`there is no salt for ${day}`);
  return made.salt;
}
