import { fold } from '../../../domain/fold.ts';
import { parseOrderNumber } from '../../../domain/order-number.ts';
import { parsePhoneNumber } from '../../../domain/phone-number.ts';
import { transferCodeIn } from '../../../domain/transfer-code.ts';
import type { Database } from '../../db/database.ts';

const MOST = 200;
const NAMES = 20_000;

/**
 * Ids of orders that a text means: number, transfer code, telephone, e-mail, tracking code, or a part of a name with or
 * without accents. Newest first, at most 200.
 */
export async function findOrders(db: Database, typed: string): Promise<readonly string[]> {
  const text = typed.trim().slice(0, 120);
  if (text === '') return [];
  const number = parseOrderNumber(text);
  if (number !== undefined) return idsOf(await db.selectFrom('orders').select('id').where('number', '=', number).execute());
  const code = transferCodeIn(text);
  if (code !== undefined) return idsOf(await db.selectFrom('orders').select('id').where('transfer_code', '=', code).execute());
  const people = db.selectFrom('order_people').innerJoin('orders', 'orders.id', 'order_people.order_id').orderBy('created_at', 'desc').orderBy('id');
  const phone = parsePhoneNumber(text);
  if (phone !== undefined) return idsOf(await people.select('id').where('phone', '=', phone).limit(MOST).execute());
  if (text.includes('@')) return idsOf(await people.select('id').where('email', '=', text.toLowerCase()).limit(MOST).execute());
  const tracked = await db.selectFrom('producer_order_links').select('order_id as id').where('tracking_code', '=', text.toUpperCase()).execute();
  if (tracked.length > 0) return idsOf(tracked);
  // Databases fold Vietnamese letters each in its own way; names are few enough to be compared here.
  const wanted = fold(text);
  const names = await people.select(['id', 'name']).limit(NAMES).execute();
  return wanted === '' ? [] : idsOf(names.filter(({ name }) => fold(name).includes(wanted))).slice(0, MOST);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
