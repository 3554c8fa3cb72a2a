import type { MailContent } from './mail-transport.ts';
import { expiryReminderMail, expiryReminderPayload, type ExpiryReminderPayload } from './templates/expiry-reminder.ts';
import { lotDeclaredMail, lotDeclaredPayload, type LotDeclaredPayload } from './templates/lot-declared.ts';
import { reportReceivedMail, reportReceivedPayload, type ReportReceivedPayload } from './templates/report-received.ts';

/** What each kind of mail carries in the outbox. */
export interface MailPayloads {
  'expiry-reminder': ExpiryReminderPayload;
  'report-received': ReportReceivedPayload;
  'lot-declared': LotDeclaredPayload;
}

export type MailKind = keyof MailPayloads;

/** How a row of the outbox becomes a mail. */
export type Compose = (kind: string, payload: string) => MailContent;

const COMPOSERS: { readonly [K in MailKind]: (payload: unknown) => MailContent } = {
  'expiry-reminder': (payload) => expiryReminderMail(expiryReminderPayload.parse(payload)),
  'report-received': (payload) => reportReceivedMail(reportReceivedPayload.parse(payload)),
  'lot-declared': (payload) => lotDeclaredMail(lotDeclaredPayload.parse(payload)),
};

/** Throws when the kind is unknown or the payload does not have its shape. */
export const composeMail: Compose = (kind, payload) => {
  if (!Object.hasOwn(COMPOSERS, kind)) throw new Error(`there is no mail of kind "${kind}"`);
  return COMPOSERS[kind as MailKind](JSON.parse(payload));
};
