import { z } from 'zod';
import { hexHmac, isSame } from '../webhooks/signed-body.ts';

/** What the practice payment page knows, as a provider would keep it: it stands in the page's own address, signed. */
const practicePayment = z.object({
  /** The order's id. */
  order: z.string().min(1).max(100),
  number: z.string().min(1).max(100),
  dueDong: z.number().int().positive(),
  language: z.enum(['vi', 'en']),
  /** Path of this site. */
  back: z.string().regex(/^\/(?!\/)/),
  /** Milliseconds since 1970 until which the goods are held; null: without an end. */
  until: z.number().int().nullable(),
});
export type PracticePayment = z.infer<typeof practicePayment>;

export function writePracticeToken(payment: PracticePayment, secret: string): string {
  const text = Buffer.from(JSON.stringify(payment)).toString('base64url');
  return `${text}.${signatureOf(text, secret)}`;
}

/** Undefined for anything that was not written here. */
export function readPracticeToken(token: string, secret: string): PracticePayment | undefined {
  const [text = '', signature = ''] = token.split('.');
  if (token.length > 2000 || !isSame(signature, signatureOf(text, secret))) return undefined;
  return practicePayment.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
}

function signatureOf(text: string, secret: string): string {
  return hexHmac('sha256', secret, `page.${text}`).slice(0, 40);
}
