import type { MailContent } from './mail-transport.ts';
import { expiryReminderMail, expiryReminderPayload, type ExpiryReminderPayload } from './templates/expiry-reminder.ts';
import { lotDeclaredMail, lotDeclaredPayload, type LotDeclaredPayload } from './templates/lot-declared.ts';
import { ORDER_MAIL_KINDS, orderMail, orderMailPayload, type OrderMailFacts, type OrderMailKind, type OrderMailPayload } from './templates/order-mail.ts';
import { orderTaskMail, orderTaskPayload, type OrderTaskPayload } from './templates/order-task.ts';
import { producerOrderMail, producerOrderPayload, type ProducerOrderFacts, type ProducerOrderPayload } from './templates/producer-order.ts';
import { reportReceivedMail, reportReceivedPayload, type ReportReceivedPayload } from './templates/report-received.ts';
import { stockLowMail, stockLowPayload, type StockLowPayload } from './templates/stock-low.ts';

/** What each kind of mail carries in the outbox. */
export interface MailPayloads extends Record<OrderMailKind, OrderMailPayload> {
  'expiry-reminder': ExpiryReminderPayload;
  'report-received': ReportReceivedPayload;
  'lot-declared': LotDeclaredPayload;
  'order-task': OrderTaskPayload;
  'stock-low': StockLowPayload;
  'producer-order': ProducerOrderPayload;
}

export type MailKind = keyof MailPayloads;
export type { OrderMailKind };

/** How a row of the outbox becomes a mail. */
export type Compose = (kind: string, payload: string) => MailContent | Promise<MailContent>;

/** What mails about an order say, as it stands when they are sent; undefined once it was deleted. */
export type ReadOrder = (orderId: string) => Promise<OrderMailFacts | undefined>;

const COMPOSERS: { readonly [K in Exclude<MailKind, OrderMailKind | 'producer-order'>]: (payload: unknown) => MailContent } = {
  'expiry-reminder': (payload) => expiryReminderMail(expiryReminderPayload.parse(payload)),
  'report-received': (payload) => reportReceivedMail(reportReceivedPayload.parse(payload)),
  'lot-declared': (payload) => lotDeclaredMail(lotDeclaredPayload.parse(payload)),
  'order-task': (payload) => orderTaskMail(orderTaskPayload.parse(payload)),
  'stock-low': (payload) => stockLowMail(stockLowPayload.parse(payload)),
};

/** Throws when the kind is unknown or the payload does not have its shape. Knows no orders. */
export const composeMail = (kind: string, payload: string): MailContent => {
  if (!Object.hasOwn(COMPOSERS, kind)) throw new Error(`there is no mail of kind "${kind}"`);
  return COMPOSERS[kind as keyof typeof COMPOSERS](JSON.parse(payload));
};

/** What the mail to a producer says; undefined once its part is not there any more. */
export type ReadProducerOrder = (part: ProducerOrderPayload) => Promise<ProducerOrderFacts | undefined>;

/** The same, with the orders of the shop. */
export function composeWithOrders(readOrder: ReadOrder, readPart: ReadProducerOrder = async () => undefined): Compose {
  return async (kind, payload) => {
    if (kind === 'producer-order') {
      const part = await readPart(producerOrderPayload.parse(JSON.parse(payload)));
      if (part === undefined) throw new Error('the order is not there any more');
      return producerOrderMail(part);
    }
    const orderKind = ORDER_MAIL_KINDS.find((known) => known === kind);
    if (orderKind === undefined) return composeMail(kind, payload);
    const facts = await readOrder(orderMailPayload.parse(JSON.parse(payload)).order);
    if (facts === undefined) throw new Error('the order is not there any more');
    return orderMail(orderKind, facts);
  };
}
