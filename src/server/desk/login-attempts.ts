import { createHash } from 'node:crypto';
import { instant, type Database } from '../db/database.ts';
import { networkOf } from '../http/visitor-network.ts';
import { ADDRESS_POLICY, FORGET_MS, NAME_POLICY, waitOf, withFailure, type Failures, type LockoutPolicy } from './lockout.ts';

export interface Attempt {
  nameKey: string;
  address: string;
}

/**
 * Asks for one attempt and counts it as failed in the same transaction, so that a hundred guesses at once are a
 * hundred failures. Gives back the milliseconds to wait; 0: go on, and call {@link forgetFailures} on success.
 * Names that do not exist are counted like those that do.
 */
export async function beginAttempt(db: Database, attempt: Attempt, nowMs: number): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('login_failures').where('last_at', '<', instant(nowMs - FORGET_MS)).execute();
    const counted: { key: string; policy: LockoutPolicy; known: Failures }[] = [];
    for (const { key, policy } of keysOf(attempt)) counted.push({ key, policy, known: await locked(transaction, key, nowMs) });
    const wait = Math.max(...counted.map(({ known }) => waitOf(known, nowMs)));
    if (wait > 0) return wait;
    for (const { key, policy, known } of counted) await write(transaction, key, withFailure(known, nowMs, policy));
    return 0;
  });
}

/** The attempt succeeded: the name starts anew; the address loses only this one failure, it may be guessing other names. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
  const [name, address] = keysOf(attempt);
  await db.deleteFrom('login_failures').where('key', '=', name.key).execute();
  await db
    .updateTable('login_failures')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: null }))
    .where('key', '=', address.key)
    .where('failures', '>', 0)
    .execute();
}

function keysOf({ nameKey, address }: Attempt) {
  return [
    { key: `name:${digest(nameKey)}`, policy: NAME_POLICY },
    { key: `address:${digest(networkOf(address))}`, policy: ADDRESS_POLICY },
  ] as const;
}

/** Reads a row and holds it until the transaction ends. */
async function locked(db: Database, key: string, nowMs: number): Promise<Failures> {
  const row = await db
    .insertInto('login_failures')
    .values({ key, failures: 0, last_at: instant(nowMs) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['failures', 'last_at', 'blocked_until'])
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lastAt: Date.parse(row.last_at), blockedUntil: row.blocked_until === null ? undefined : Date.parse(row.blocked_until) };
}

async function write(db: Database, key: string, { failures, lastAt, blockedUntil }: Failures): Promise<void> {
  const values = { failures, last_at: instant(lastAt), blocked_until: blockedUntil === undefined ? null : instant(blockedUntil) };
  await db.updateTable('login_failures').set(values).where('key', '=', key).execute();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
