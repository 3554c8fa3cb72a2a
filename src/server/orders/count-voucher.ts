import { voucherCode, type Voucher } from '../../domain/voucher.ts';
import { instant, type Database } from '../db/database.ts';

export type VoucherRefusal = 'stopped' | 'used-up' | 'used-by-you';

/**
 * Counts one use of a voucher for an order that is being placed, in its transaction; gives back why it cannot be.
 * All uses of one code wait for one another at its counter, so limits hold exactly.
 */
export async function countVoucher(db: Database, voucher: Voucher, phone: string): Promise<VoucherRefusal | undefined> {
  const { code, limit, limitPerPhone } = voucher;
  if (await isVoucherStopped(db, code)) return 'stopped';
  await db.insertInto('voucher_counts').values({ code, used: 0 }).onConflict((conflict) => conflict.column('code').doNothing()).execute();
  const counted = await db
    .updateTable('voucher_counts')
    .set(({ eb }) => ({ used: eb('used', '+', 1) }))
    .where('code', '=', code)
    .$if(limit !== undefined, (query) => query.where('used', '<', limit as number))
    .executeTakeFirst();
  if (counted.numUpdatedRows !== 1n) return 'used-up';
  if (limitPerPhone === undefined) return undefined;
  const { count } = await db
    .selectFrom('vouchers_used')
    .innerJoin('order_people', 'order_people.order_id', 'vouchers_used.order_id')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('code', '=', code)
    .where('phone', '=', phone)
    .where('given_back_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) < limitPerPhone) return undefined;
  await uncount(db, code);
  return 'used-by-you';
}

/** Whether the office switched it off, however it was typed. */
export async function isVoucherStopped(db: Database, typed: string | undefined): Promise<boolean> {
  const code = voucherCode(typed ?? '');
  return code !== '' && (await db.selectFrom('voucher_stops').select('code').where('code', '=', code).executeTakeFirst()) !== undefined;
}

/** The order was let go: its voucher can be used again. */
export async function giveVoucherBack(db: Database, orderId: string, nowMs: number): Promise<void> {
  const given = await db.updateTable('vouchers_used').set({ given_back_at: instant(nowMs) }).where('order_id', '=', orderId).where('given_back_at', 'is', null).returning('code').executeTakeFirst();
  if (given !== undefined) await uncount(db, given.code);
}

/** An order that was let go is held again; one over the limit is better than a paid order without its price. */
export async function countVoucherAgain(db: Database, orderId: string): Promise<void> {
  const again = await db.updateTable('vouchers_used').set({ given_back_at: null }).where('order_id', '=', orderId).where('given_back_at', 'is not', null).returning('code').executeTakeFirst();
  if (again !== undefined) await db.updateTable('voucher_counts').set(({ eb }) => ({ used: eb('used', '+', 1) })).where('code', '=', again.code).execute();
}

export async function uncount(db: Database, code: string): Promise<void> {
  await db.updateTable('voucher_counts').set(({ eb }) => ({ used: eb('used', '-', 1) })).where('code', '=', code).execute();
}
