import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from '../../publish/durable-write.ts';
import type { MailTransport } from './mail-transport.ts';
import { messageBytes } from './smtp.ts';

/** Without a mail server: one .eml file a mail, named by its Message-ID, so that a repeated mail is the same file. */
export function fileTransport(directory: string, from: string): MailTransport {
  return {
    async send(mail) {
      await mkdir(directory, { recursive: true });
      const name = mail.messageId.replace(/^<|@.*$/g, '').replace(/[^\w-]/g, '_');
      await writeDurably(join(directory, `${name}.eml`), await messageBytes(mail, from));
      await syncDirectory(directory);
    },
    close: () => undefined,
  };
}
