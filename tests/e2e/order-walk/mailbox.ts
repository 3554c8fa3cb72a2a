import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { mailParts, type MailParts } from '../../server/mail/mail-parts.ts';

/** Where a site's mails arrive. */
export interface Mailbox {
  /** All that came so far, in no order. */
  mails(): MailParts[];
}

/** A site without a mail server writes files. */
export function mailFolder(dataDir: string): Mailbox {
  const folder = join(dataDir, 'mail');
  return {
    mails: () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => mailParts(readFileSync(join(folder, name), 'utf8'))) : []),
  };
}

/** A real SMTP server on this machine. */
export async function mailServer(): Promise<Mailbox & { url: string; close(): Promise<void> }> {
  const came: MailParts[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        came.push(mailParts(Buffer.concat(chunks).toString('utf8')));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    mails: () => came,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
