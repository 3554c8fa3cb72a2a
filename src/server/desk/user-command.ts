import { parseArgs } from 'node:util';
import type { DeskRole } from '../../publish/desk-page.ts';
import type { Database } from '../db/database.ts';
import { digestOf, recordAudit } from './audit.ts';
import { hashPassphrase, passphraseFault, type HashCost } from './passphrase.ts';
import { addUser, findUser, listUsers, nameFault, removeUser, setPassphrase, type User } from './users.ts';

export type UserCommand =
  | { verb: 'add'; name: string; role: DeskRole }
  | { verb: 'passphrase' | 'remove'; name: string }
  | { verb: 'list' | 'help' }
  | { verb: 'wrong'; sentence: string };

export interface UserCommandParts {
  db: Database;
  /** Asks for a passphrase, twice at a terminal; undefined when both differ or nothing came. */
  askPassphrase: (question: string) => Promise<string | undefined>;
  say: (line: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  cost?: HashCost;
}

export const USAGE = `Who may open the desk (/quan-ly/):
  npm run desk-user -- add NAME --role approver     approves, publishes, sees who may come in
  npm run desk-user -- add NAME --role editor       types in, drops files
  npm run desk-user -- list
  npm run desk-user -- passphrase NAME              sets a new one and logs the user out everywhere
  npm run desk-user -- remove NAME
The passphrase is asked for; without a terminal it is one line of standard input.`;

const WHO = 'lệnh desk-user';

/** Gives back the exit code. */
export async function runUserCommand(args: readonly string[], parts: UserCommandParts): Promise<0 | 1> {
  const command = parseUserCommand(args);
  const fault = await run(command, parts);
  if (fault !== undefined) parts.say(fault);
  return fault === undefined ? 0 : 1;
}

/** Never throws: what cannot be read is `wrong` with a sentence. */
export function parseUserCommand(args: readonly string[]): UserCommand {
  const options = { role: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { verb: 'wrong', sentence: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [verb, name, ...rest] = positionals;
  if (values.help === true || verb === undefined) return { verb: 'help' };
  if (rest.length > 0) return { verb: 'wrong', sentence: `too many words after "${name}": put a name with spaces in quotes` };
  if (verb === 'list' && name === undefined) return { verb };
  if (verb !== 'add' && verb !== 'passphrase' && verb !== 'remove') return { verb: 'wrong', sentence: `"${verb}" is unknown: write add, list, passphrase or remove` };
  if (name === undefined) return { verb: 'wrong', sentence: `${verb} needs a name` };
  if (verb !== 'add') return { verb, name };
  if (values.role !== 'editor' && values.role !== 'approver') return { verb: 'wrong', sentence: 'add needs --role editor or --role approver' };
  return { verb, name, role: values.role };
}

async function run(command: UserCommand, parts: UserCommandParts): Promise<string | undefined> {
  switch (command.verb) {
    case 'wrong':
      return `${command.sentence}.\n\n${USAGE}`;
    case 'help':
      return void parts.say(USAGE);
    case 'list':
      return list(parts);
    case 'add':
      return add(command, parts);
    case 'passphrase':
      return withUser(command.name, parts, changePassphrase);
    case 'remove':
      return withUser(command.name, parts, remove);
  }
}

async function list({ db, say }: UserCommandParts): Promise<undefined> {
  const users = await listUsers(db);
  for (const { name, role, lastLoginAt } of users) say(`${name}  ${role}  ${lastLoginAt === undefined ? 'never logged in' : `last login ${new Date(lastLoginAt).toISOString()}`}`);
  if (users.length === 0) say('Nobody yet. The first one: npm run desk-user -- add NAME --role approver');
}

async function add({ name, role }: { name: string; role: DeskRole }, parts: UserCommandParts): Promise<string | undefined> {
  const { db, say, now } = parts;
  const fault = nameFault(name);
  if (fault !== undefined) return `${JSON.stringify(name)} cannot be a name: ${fault}.`;
  if ((await findUser(db, name)) !== undefined) return taken(name);
  const passphrase = await newPassphrase(name, parts);
  if ('fault' in passphrase) return passphrase.fault;
  const isAdded = await db.transaction().execute(async (transaction) => {
    const added = await addUser(transaction, { name, role, passphraseHash: passphrase.hash }, now());
    if (added) await recordAudit(transaction, { who: WHO, action: 'user-added', subject: `user:${name}`, after: digestOf(role), note: role }, now());
    return added;
  });
  if (!isAdded) return taken(name);
  say(`${name} may open /quan-ly/ as ${role}.`);
  return undefined;
}

async function changePassphrase(user: User, parts: UserCommandParts): Promise<string | undefined> {
  const passphrase = await newPassphrase(user.name, parts);
  if ('fault' in passphrase) return passphrase.fault;
  await parts.db.transaction().execute(async (transaction) => {
    await setPassphrase(transaction, user.id, passphrase.hash);
    await recordAudit(transaction, { who: WHO, action: 'passphrase-changed', subject: `user:${user.name}` }, parts.now());
  });
  return void parts.say(`${user.name} has a new passphrase and is logged out everywhere.`);
}

async function remove(user: User, { db, say, now }: UserCommandParts): Promise<undefined> {
  await db.transaction().execute(async (transaction) => {
    await removeUser(transaction, user.id);
    await recordAudit(transaction, { who: WHO, action: 'user-removed', subject: `user:${user.name}`, before: digestOf(user.role), note: user.role }, now());
  });
  say(`${user.name} may no longer open /quan-ly/.`);
}

async function withUser(name: string, parts: UserCommandParts, work: (user: User, parts: UserCommandParts) => Promise<string | undefined>): Promise<string | undefined> {
  const user = await findUser(parts.db, name);
  return user === undefined ? `There is no user "${name}"; "npm run desk-user -- list" names them all.` : work(user, parts);
}

async function newPassphrase(name: string, { askPassphrase, cost }: UserCommandParts): Promise<{ hash: string } | { fault: string }> {
  const passphrase = await askPassphrase(`Passphrase for ${name}`);
  if (passphrase === undefined) return { fault: 'Nothing was changed: no passphrase came, or the two differ.' };
  const fault = passphraseFault(passphrase);
  return fault === undefined ? { hash: await hashPassphrase(passphrase, cost) } : { fault: `Nothing was changed: ${fault}.` };
}

const taken = (name: string): string => `There is already a user "${name}"; a new passphrase: npm run desk-user -- passphrase "${name}"`;
