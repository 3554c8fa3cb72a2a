import { z } from 'zod';
import { escapeHtml, htmlMail } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

export const lotDeclaredPayload = z.strictObject({
  code: z.string(),
  product: z.string(),
  producer: z.string(),
  /** Address of the change at the desk. */
  deskUrl: z.url(),
});

export type LotDeclaredPayload = z.infer<typeof lotDeclaredPayload>;

/** A producer declared a lot; it waits for approval. */
export function lotDeclaredMail({ code, product, producer, deskUrl }: LotDeclaredPayload): MailContent {
  const intro = `${producer} vừa khai lô ${code} của ${product}. Lô chờ văn phòng duyệt.`;
  return {
    subject: `Lô mới chờ duyệt: ${code}`,
    text: `${intro}\n\n${deskUrl}\n`,
    html: htmlMail('vi', `<p>${escapeHtml(intro)}</p>\n<p><a href="${escapeHtml(deskUrl)}">Xem và duyệt lô ${escapeHtml(code)}</a></p>`),
  };
}
