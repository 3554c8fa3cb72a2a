import { randomUUID } from 'node:crypto';
import type { DeskRole, DeskUserRow } from '../../publish/desk-page.ts';
import { instant, type Database } from '../db/database.ts';

export interface User {
  id: string;
  name: string;
  role: DeskRole;
  passphraseHash: string;
}

const LONGEST_NAME = 60;

/** What makes two names the same user: Unicode form, capitals and spaces do not count, marks do. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

/** What is wrong with a name that a new user would get; undefined when it will do. */
export function nameFault(name: string): string | undefined {
  const key = nameKey(name);
  if (key === '' || [...key].length > LONGEST_NAME) return `a name has 1 to ${LONGEST_NAME} characters`;
  return /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(key) ? 'a name has no control characters' : undefined;
}

export async function findUser(db: Database, name: string): Promise<User | undefined> {
  const row = await db.selectFrom('users').select(['id', 'name', 'role', 'passphrase_hash']).where('name_key', '=', nameKey(name)).executeTakeFirst();
  return row && { id: row.id, name: row.name, role: row.role, passphraseHash: row.passphrase_hash };
}

export async function hasUsers(db: Database): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** How many there are, and who may approve. */
export async function countUsers(db: Database): Promise<{ all: number; approvers: readonly string[] }> {
  const rows = await db.selectFrom('users').select(['name', 'role']).execute();
  return { all: rows.length, approvers: rows.filter(({ role }) => role === 'approver').map(({ name }) => name) };
}

/** By name. */
export async function listUsers(db: Database): Promise<DeskUserRow[]> {
  const rows = await db.selectFrom('users').select(['name', 'role', 'last_login_at']).execute();
  return rows
    .map(({ name, role, last_login_at: last }) => ({ name, role, ...(last !== null && { lastLoginAt: Date.parse(last) }) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** False when somebody has this name already. */
export async function addUser(db: Database, user: Omit<User, 'id'>, nowMs: number): Promise<boolean> {
  const added = await db
    .insertInto('users')
    .values({
      id: randomUUID(),
      name: user.name.normalize('NFC').trim().replace(/\s+/g, ' '),
      name_key: nameKey(user.name),
      role: user.role,
      passphrase_hash: user.passphraseHash,
      created_at: instant(nowMs),
    })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Whoever was logged in with the old passphrase is logged out. */
export async function setPassphrase(db: Database, userId: string, passphraseHash: string): Promise<void> {
  await db.updateTable('users').set({ passphrase_hash: passphraseHash }).where('id', '=', userId).execute();
  await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

/** With all sessions. */
export async function removeUser(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('users').where('id', '=', userId).execute();
}
