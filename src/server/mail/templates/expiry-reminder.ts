import { z } from 'zod';
import { formatDate } from '../../../i18n/format-date.ts';
import { escapeHtml, htmlMail } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';
import { REMINDER_WORDS, type ReminderWords } from './expiry-reminder-words.ts';

/** One product whose star ends soon, as it was on the day of the mail. */
const row = z.strictObject({
  product: z.string(),
  producer: z.string().optional(),
  stars: z.number().optional(),
  decision: z.string().optional(),
  /** The last valid day. */
  validUntil: z.iso.date(),
  daysLeft: z.int(),
  reEvaluationFiled: z.boolean(),
  /** Address of the product's page. */
  url: z.url(),
});

export const expiryReminderPayload = z.strictObject({
  language: z.enum(['vi', 'en']),
  asOf: z.iso.date(),
  /** Address of the desk's work list. */
  deskUrl: z.url(),
  rows: z.array(row).min(1),
});

export type ExpiryReminderPayload = z.infer<typeof expiryReminderPayload>;
type Row = ExpiryReminderPayload['rows'][number];

/** One mail a day for all certificates that came near their end: text first, then the same as a table. */
export function expiryReminderMail(payload: ExpiryReminderPayload): MailContent {
  const words = REMINDER_WORDS[payload.language];
  const day = formatDate(payload.asOf, payload.language);
  const rows = [...payload.rows].sort((a, b) => a.daysLeft - b.daysLeft);
  const soonest = rows[0] as Row;
  return {
    subject: words.subject(rows.length, formatDate(soonest.validUntil, payload.language)),
    text: textOf(payload, rows, words, day),
    html: htmlOf(payload, rows, words, day),
  };
}

function textOf({ language, deskUrl }: ExpiryReminderPayload, rows: readonly Row[], words: ReminderWords, day: string): string {
  const items = rows.map((entry, place) =>
    [
      `${place + 1}. ${entry.product} (${words.stars(entry.stars)})`,
      `   ${words.producer}: ${entry.producer ?? words.unknown}`,
      `   ${words.decision}: ${entry.decision ?? words.unknown}`,
      `   ${words.lastDay}: ${formatDate(entry.validUntil, language)} (${words.left(entry.daysLeft)})`,
      ...(entry.reEvaluationFiled ? [`   ${words.filed}`] : []),
      `   ${entry.url}`,
    ].join('\n'),
  );
  return [words.intro(rows.length, day), ...items, words.notFood, `${words.desk}: ${deskUrl}`].join('\n\n') + '\n';
}

function htmlOf({ language, deskUrl }: ExpiryReminderPayload, rows: readonly Row[], words: ReminderWords, day: string): string {
  const cell = (html: string): string => `<td style="padding:6px 12px 6px 0;border-bottom:1px solid #e6dfce;vertical-align:top">${html}</td>`;
  const head = [words.product, words.producer, words.decision, words.lastDay]
    .map((text) => `<th scope="col" style="padding:6px 12px 6px 0;text-align:left">${text}</th>`)
    .join('');
  const body = rows.map(
    (entry) =>
      `<tr>${[
        `<a href="${escapeHtml(entry.url)}">${escapeHtml(entry.product)}</a><br>${words.stars(entry.stars)}`,
        escapeHtml(entry.producer ?? words.unknown),
        escapeHtml(entry.decision ?? words.unknown),
        `<b>${formatDate(entry.validUntil, language)}</b><br>${words.left(entry.daysLeft)}${entry.reEvaluationFiled ? `<br>${words.filed}` : ''}`,
      ]
        .map(cell)
        .join('')}</tr>`,
  );
  return htmlMail(
    language,
    [
      `<p>${words.intro(rows.length, day)}</p>`,
      `<table style="border-collapse:collapse"><thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`,
      `<p>${words.notFood}</p>`,
      `<p><a href="${escapeHtml(deskUrl)}">${words.desk}</a></p>`,
    ].join('\n'),
  );
}
