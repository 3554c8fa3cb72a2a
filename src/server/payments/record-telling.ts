import { instant, type Database } from '../db/database.ts';
import type { ToldPayment } from './told-payment.ts';

export interface Recorded {
  /** The `event_id` under which the payment is kept. */
  paymentId: string;
  /** False when another channel told of the same money. */
  isNew: boolean;
  /** Of the payment that was known. */
  orderId: string | null;
}

/** Who told: a provider at once, the bank's statement later, or a clerk. */
export function channelOf(eventId: string): 'told' | 'statement' | 'hand' {
  return eventId.startsWith('bank:') ? 'statement' : eventId.startsWith('hand:') ? 'hand' : 'told';
}

/** Writes a message once; `known` for one that came before. */
export async function recordTelling(db: Database, told: ToldPayment, nowMs: number): Promise<Recorded | 'known'> {
  const { eventId } = told;
  const telling = { event_id: eventId, payment_id: eventId, channel: channelOf(eventId), told_at: instant(nowMs) };
  const written = await db.insertInto('payment_tellings').values(telling).onConflict((conflict) => conflict.column('event_id').doNothing()).executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) return 'known';
  if (await insertPayment(db, told, told.bankReference, nowMs)) return { paymentId: eventId, isNew: true, orderId: null };

  const same = await db.selectFrom('payment_events').select(['event_id', 'kind', 'amount_dong', 'order_id']).where('bank_reference', '=', told.bankReference as string).executeTakeFirstOrThrow();
  if (same.kind === told.kind && same.amount_dong === told.amountDong) {
    await db.updateTable('payment_tellings').set({ payment_id: same.event_id }).where('event_id', '=', eventId).execute();
    return { paymentId: same.event_id, isNew: false, orderId: same.order_id };
  }
  // Some banks give one reference to all movements of one piece of work: another amount is other money.
  const own = `${told.bankReference as string}/${told.kind}/${told.amountDong}`;
  if (await insertPayment(db, told, own, nowMs)) return { paymentId: eventId, isNew: true, orderId: null };
  const twin = await db.selectFrom('payment_events').select(['event_id', 'order_id']).where('bank_reference', '=', own).executeTakeFirstOrThrow();
  await db.updateTable('payment_tellings').set({ payment_id: twin.event_id }).where('event_id', '=', eventId).execute();
  return { paymentId: twin.event_id, isNew: false, orderId: twin.order_id };
}

async function insertPayment(db: Database, told: ToldPayment, bankReference: string | undefined, nowMs: number): Promise<boolean> {
  const { eventId, provider, kind, amountDong, currency, reference, account, at } = told;
  const row = {
    event_id: eventId,
    provider,
    kind,
    amount_dong: amountDong,
    currency,
    reference: reference ?? null,
    account: account ?? null,
    bank_reference: bankReference ?? null,
    order_id: null,
    outcome: 'recorded',
    at,
    recorded_at: instant(nowMs),
  };
  const written = await db.insertInto('payment_events').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
