import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drainOutbox, retryDelay } from '../../../src/server/mail/drain-outbox.ts';
import { enqueueMail } from '../../../src/server/mail/enqueue-mail.ts';
import { domainOf, openTransport } from '../../../src/server/mail/open-transport.ts';
import { CLAIM_MS } from '../../../src/server/mail/outbox-row.ts';
import { freshDatabase, MORNING, temporaryFolder } from '../db/fresh-database.ts';
import { catchingServer, freePort, headerOf, textOf } from './catching-server.ts';
import { reminderPayload } from './reminder-payload.ts';

const FROM = 'OCOP Hà Tĩnh <ocop@ocop.example>';
const TO = 'van-phong@ocop.example';

/** One mail in a fresh database. */
async function oneMail(dataDir: string) {
  const db = await freshDatabase('sqlite', dataDir);
  await enqueueMail(db, { kind: 'expiry-reminder', subjectKey: '2026-11-24', recipient: TO, payload: reminderPayload() }, { now: MORNING, domain: domainOf(FROM) });
  const { message_id: messageId } = await db.selectFrom('outbox').select('message_id').executeTakeFirstOrThrow();
  return { db, messageId };
}

test('a mail is delivered once, with both parts and a Vietnamese subject', async () => {
  const server = await catchingServer();
  const dataDir = await temporaryFolder();
  const { db, messageId } = await oneMail(dataDir);
  const transport = openTransport({ smtpUrl: server.url, from: FROM, dataDir });
  for (let run = 0; run < 2; run += 1) await drainOutbox({ db, transport, now: () => MORNING });
  transport.close();
  expect(server.received.map(({ to }) => to)).toEqual([[TO]]);
  const message = server.received[0]?.message ?? '';
  expect(headerOf(message, 'Message-ID')).toBe(messageId);
  expect(headerOf(message, 'Auto-Submitted')).toBe('auto-generated');
  expect(headerOf(message, 'Date')).toBe('Tue, 24 Nov 2026 01:30:00 +0000');
  expect(headerOf(message, 'From')).toMatch(/<ocop@ocop\.example>$/);
  expect(textOf(message)).toContain('1. Nước mắm Phú Sáng (4 sao)');
  expect(message).toContain('Content-Type: text/html; charset=utf-8');
});

test('refused connections and a server that says "later" are tried again with the same Message-ID', async () => {
  const port = await freePort();
  const dataDir = await temporaryFolder();
  const { db, messageId } = await oneMail(dataDir);
  const transport = openTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, dataDir });
  let now = MORNING;
  const drain = () => drainOutbox({ db, transport, now: () => now });
  expect(await drain()).toEqual({ sent: 0, failed: 1, dead: 0 });
  expect((await db.selectFrom('outbox').select('last_error').executeTakeFirstOrThrow()).last_error).toMatch(/ECONNREFUSED/);
  const server = await catchingServer({ port, refuse: 1 });
  now += retryDelay(1);
  expect(await drain()).toEqual({ sent: 0, failed: 1, dead: 0 });
  now += retryDelay(2);
  expect(await drain()).toEqual({ sent: 1, failed: 0, dead: 0 });
  transport.close();
  expect(server.received.map(({ message }) => headerOf(message, 'Message-ID'))).toEqual([messageId]);
});

test('killed after sending and before noting it: sent again, with the same Message-ID', async () => {
  const server = await catchingServer();
  const dataDir = await temporaryFolder();
  const { db, messageId } = await oneMail(dataDir);
  const script = join(import.meta.dirname, 'send-and-die.ts');
  const child = spawn(process.execPath, [script, dataDir, server.url, String(MORNING)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect([signal, said]).toEqual(['SIGKILL', '']);
  expect(server.received).toHaveLength(1);
  expect(await db.selectFrom('outbox').select(['attempts', 'sent_at']).executeTakeFirstOrThrow()).toEqual({ attempts: 1, sent_at: null });

  const transport = openTransport({ smtpUrl: server.url, from: FROM, dataDir });
  expect((await drainOutbox({ db, transport, now: () => MORNING + CLAIM_MS })).sent).toBe(1);
  transport.close();
  expect(server.received.map(({ message }) => headerOf(message, 'Message-ID'))).toEqual([messageId, messageId]);
});

test('without a mail server a mail is a file, and a repeated mail the same file', async () => {
  const dataDir = await temporaryFolder();
  const { db, messageId } = await oneMail(dataDir);
  const transport = openTransport({ from: FROM, dataDir });
  await drainOutbox({ db, transport, now: () => MORNING });
  await db.updateTable('outbox').set({ sent_at: null }).execute();
  await drainOutbox({ db, transport, now: () => MORNING });
  const files = await readdir(join(dataDir, 'mail'));
  expect(files).toEqual([`${messageId.slice(1, 37)}.eml`]);
  const message = await readFile(join(dataDir, 'mail', files[0] as string), 'utf8');
  expect(headerOf(message, 'Message-ID')).toBe(messageId);
  expect(headerOf(message, 'To')).toBe(TO);
  expect(textOf(message)).toContain('https://ocop.example/san-pham/nuoc-mam-phu-sang/');
});

test.each([
  ['OCOP <ocop@Ocop.Example>', 'ocop.example'],
  ['ocop@mail.ocop.example', 'mail.ocop.example'],
  ['nobody', 'localhost'],
])('Message-IDs of %s end in @%s', (from, domain) => {
  expect(domainOf(from)).toBe(domain);
});
