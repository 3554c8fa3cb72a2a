import type { SentLot } from '../../publish/producer-form-view.ts';
import { instant, type Database } from '../db/database.ts';

/** What came over one link, newest first. */
export async function sentOver(db: Database, linkId: string): Promise<SentLot[]> {
  const rows = await db
    .selectFrom('lot_sendings')
    .innerJoin('changes', 'changes.id', 'lot_sendings.change_id')
    .select(['lot_sendings.lot_code', 'lot_sendings.sent_at', 'changes.state'])
    .where('link_id', '=', linkId)
    .orderBy('lot_sendings.sent_at', 'desc')
    .limit(30)
    .execute();
  return rows.map(({ lot_code: code, sent_at: at, state }) => ({ code, at: Date.parse(at), state }));
}

/** The lot that this very form sent already. */
export async function sentWith(db: Database, linkId: string, formKey: string): Promise<string | undefined> {
  return (await db.selectFrom('lot_sendings').select('lot_code').where('link_id', '=', linkId).where('form_key', '=', formKey).executeTakeFirst())?.lot_code;
}

/** False when this form was sent at the same moment by another request. */
export async function noteSending(db: Database, sending: { linkId: string; formKey: string; code: string; changeId: string }, nowMs: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lot_sendings')
    .values({ link_id: sending.linkId, form_key: sending.formKey, lot_code: sending.code, change_id: sending.changeId, sent_at: instant(nowMs) })
    .onConflict((conflict) => conflict.columns(['link_id', 'form_key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Codes of lots of a product that wait for approval. */
export async function waitingCodes(db: Database, productId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('lot_sendings')
    .innerJoin('changes', 'changes.id', 'lot_sendings.change_id')
    .innerJoin('lot_links', 'lot_links.id', 'lot_sendings.link_id')
    .select('lot_sendings.lot_code')
    .where('lot_links.product_id', '=', productId)
    .where('changes.state', 'in', ['draft', 'waiting', 'writing'])
    .execute();
  return new Set(rows.map(({ lot_code: code }) => code));
}

/** How many lots came over each link. */
export async function countSendings(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('lot_sendings').select(['link_id', ({ fn }) => fn.countAll<number | string>().as('count')]).groupBy('link_id').execute();
  return new Map(rows.map(({ link_id: id, count }) => [id, Number(count)]));
}
