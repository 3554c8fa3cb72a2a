import { createTransport } from 'nodemailer';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';

/** A server that answers nothing for this long counts as gone. */
const SILENCE_MS = 30_000;
const CONNECT_MS = 10_000;

/** Sends by SMTP; rejects unless the server has accepted the mail. */
export function smtpTransport(smtpUrl: string, from: string): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => void (await transporter.sendMail(fieldsOf(mail, from))),
    close: () => transporter.close(),
  };
}

/** The mail as the bytes of an .eml file. */
export async function messageBytes(mail: OutgoingMail, from: string): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail(fieldsOf(mail, from));
  return message as Buffer;
}

function fieldsOf({ messageId, to, date, content }: OutgoingMail, from: string) {
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return { from, to, messageId, date, headers, ...content, disableFileAccess: true, disableUrlAccess: true };
}
