import { join } from 'node:path';
import { fileTransport } from './file-transport.ts';
import type { MailTransport } from './mail-transport.ts';
import { smtpTransport } from './smtp.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; undefined: mail is written to files. */
  smtpUrl?: string | undefined;
  /** `OCOP <ocop@example.vn>` or the address alone. */
  from: string;
  /** Files go to `<dataDir>/mail/`. */
  dataDir: string;
}

export function openTransport({ smtpUrl, from, dataDir }: MailSettings): MailTransport {
  return smtpUrl === undefined ? fileTransport(join(dataDir, 'mail'), from) : smtpTransport(smtpUrl, from);
}

/** What stands after the @ of a sender, for Message-IDs. */
export function domainOf(from: string): string {
  return /@([\w.-]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost';
}
