import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/server/db/database.ts';
import { askPassphrase, type PassphraseInput } from '../../../src/server/desk/ask-passphrase.ts';
import { verifyPassphrase } from '../../../src/server/desk/passphrase.ts';
import { runUserCommand } from '../../../src/server/desk/user-command.ts';
import { findUser } from '../../../src/server/desk/users.ts';
import { DIALECTS, freshDatabase, MORNING } from '../db/fresh-database.ts';
import { CHEAP, PASSPHRASE } from './desk-under-test.ts';

async function command(db: Database, args: readonly string[], passphrase: string | undefined = PASSPHRASE) {
  const lines: string[] = [];
  const code = await runUserCommand(args, { db, cost: CHEAP, now: () => MORNING, say: (line) => lines.push(line), askPassphrase: async () => passphrase });
  return [code, lines.join('\n')] as const;
}

describe.each(DIALECTS)('desk-user on %s', (dialect) => {
  test('adds, lists, changes and removes, and writes it all down', async () => {
    const db = await freshDatabase(dialect);
    expect(await command(db, ['list'])).toEqual([0, 'Nobody yet. The first one: npm run desk-user -- add NAME --role approver']);
    expect(await command(db, ['add', 'Chị Lan', '--role', 'approver'])).toEqual([0, 'Chị Lan may open /quan-ly/ as approver.']);
    expect(await command(db, ['list'])).toEqual([0, 'Chị Lan  approver  never logged in']);
    expect(await command(db, ['passphrase', 'chị lan'], 'năm từ còn dễ nhớ hơn')).toEqual([0, 'Chị Lan has a new passphrase and is logged out everywhere.']);
    expect(await verifyPassphrase('năm từ còn dễ nhớ hơn', (await findUser(db, 'Chị Lan'))?.passphraseHash)).toBe(true);
    expect(await command(db, ['remove', 'Chị Lan'])).toEqual([0, 'Chị Lan may no longer open /quan-ly/.']);
    expect(await findUser(db, 'Chị Lan')).toBeUndefined();
    const audit = await db.selectFrom('audit').select(['who', 'action', 'subject']).orderBy('id').execute();
    expect(audit).toEqual(['user-added', 'passphrase-changed', 'user-removed'].map((action) => ({ who: 'lệnh desk-user', action, subject: 'user:Chị Lan' })));
  });

  test.each([
    [['add', 'chị lan', '--role', 'editor'], PASSPHRASE, 'There is already a user "chị lan"; a new passphrase: npm run desk-user -- passphrase "chị lan"'],
    [['add', '  ', '--role', 'editor'], PASSPHRASE, '"  " cannot be a name: a name has 1 to 60 characters.'],
    [['add', 'Hoa', '--role', 'editor'], 'ngắn', 'Nothing was changed: the passphrase has 4 characters; take at least 12, four words for instance.'],
    [['add', 'Hoa', '--role', 'editor'], 'aaaaaaaaaaaaaaa', 'Nothing was changed: the passphrase repeats fewer than five different characters.'],
    [['add', 'Hoa', '--role', 'editor'], '', 'Nothing was changed: the passphrase has 0 characters; take at least 12, four words for instance.'],
    [['remove', 'Hoa'], PASSPHRASE, 'There is no user "Hoa"; "npm run desk-user -- list" names them all.'],
  ])('%j fails with one sentence and changes nothing', async (args, passphrase, sentence) => {
    const db = await freshDatabase(dialect);
    await command(db, ['add', 'Chị Lan', '--role', 'approver']);
    expect(await command(db, args, passphrase)).toEqual([1, sentence]);
    expect(await db.selectFrom('users').select('name').execute()).toEqual([{ name: 'Chị Lan' }]);
    expect(await db.selectFrom('audit').select('action').execute()).toHaveLength(1);
  });

  test('no passphrase changes nothing', async () => {
    const db = await freshDatabase(dialect);
    const lines: string[] = [];
    const parts = { db, now: () => MORNING, say: (line: string) => lines.push(line), askPassphrase: async () => undefined };
    expect(await runUserCommand(['add', 'Lan', '--role', 'editor'], parts)).toBe(1);
    expect(lines).toEqual(['Nothing was changed: no passphrase came, or the two differ.']);
  });
});

describe('asking for a passphrase', () => {
  /** A terminal on which somebody types; gives back the answer and everything that became visible. */
  async function asked(typed: readonly string[], isTTY = true) {
    const input: PassphraseInput = Object.assign(new PassThrough(), { isTTY });
    const raw: boolean[] = [];
    input.setRawMode = (mode) => raw.push(mode);
    let visible = '';
    const answer = askPassphrase('Passphrase', input, (text) => (visible += text));
    for (const text of typed) (input as unknown as PassThrough).write(text);
    (input as unknown as PassThrough).end();
    return { answer: await answer, visible, raw };
  }

  test('shows nothing of it, asks twice, understands backspace, and gives the terminal back', async () => {
    const { answer, visible, raw } = await asked(['bốn từx', '\u007f dễ nhớ\r', 'bốn từ dễ nhớ\r']);
    expect({ answer, visible, raw }).toEqual({ answer: 'bốn từ dễ nhớ', visible: 'Passphrase: \nOnce more: \n', raw: [true, false] });
  });

  test.each([
    ['two that differ', ['one thing\r', 'another thing\r']],
    ['Ctrl+C', ['one thi\u0003']],
    ['Ctrl+C at the second question', ['one thing\rone\u0003']],
    ['nothing', ['\r', '\r']],
  ])('%s: none', async (_, typed) => {
    const { answer, raw } = await asked(typed);
    expect([answer, raw]).toEqual([undefined, [true, false]]);
  });

  test('pasted text with both answers', async () => {
    expect((await asked(['same words\r\nsame words\r\n'])).answer).toBe('same words');
  });

  test('from a pipe it is one line', async () => {
    expect((await asked(['một dòng', ' thôi\nrest'], false)).answer).toBe('một dòng thôi');
    expect((await asked([], false)).answer).toBeUndefined();
  });
});
