import { sql } from 'kysely';
import { checkCharacterOf, TRACE_ALPHABET } from '../../../src/domain/trace-code.ts';
import type { OrderState } from '../../../src/domain/order-status.ts';
import type { PaymentMethod } from '../../../src/domain/order.ts';
import { instant, type Database } from '../../../src/server/db/database.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import { orderTokens } from '../../../src/server/orders/order-token.ts';
import { releaseExpired } from '../../../src/server/orders/release-expired.ts';
import { applyPayment, type ApplyParts, type PaymentOutcome } from '../../../src/server/payments/apply-payment.ts';
import type { ToldPayment } from '../../../src/server/payments/told-payment.ts';
import { freshDatabase, MORNING } from '../db/fresh-database.ts';

export const ACCOUNT = '0011012345678';
const TOKENS = orderTokens(Buffer.alloc(32, 7));

export interface OrderGiven {
  id: string;
  totalDong?: number;
  dueNowDong?: number;
  method?: PaymentMethod;
  state?: OrderState;
  quantity?: number;
  reservedUntil?: number | null;
}

/** Code of an order by its place in the test. */
export function codeOf(nth: number): string {
  const body = Array.from({ length: 8 }, (_, at) => TRACE_ALPHABET[Math.floor(nth / 32 ** at) % 32]).join('');
  return `OCOP${body}${checkCharacterOf(body)}`;
}

export interface ShopUnderTest {
  db: Database;
  clock: { now: number };
  parts(): ApplyParts;
  order(nth: number, given?: Partial<OrderGiven>): Promise<{ id: string; code: string }>;
  apply(told: ToldPayment): Promise<PaymentOutcome>;
  release(): Promise<number>;
  state(id: string): Promise<Record<string, unknown>>;
  openTasks(): Promise<{ kind: string; order: string | null; dong: number; because?: string }[]>;
}

/** One SKU with `onHand` packs; every order holds some of it. `quick`: does not wait for the disk. */
export async function openShop({ dialect = 'sqlite', onHand = 10_000, quick = false }: { dialect?: DialectName; onHand?: number; quick?: boolean } = {}): Promise<ShopUnderTest> {
  const db = await freshDatabase(dialect);
  // Nothing is lost here when the power goes.
  if (quick && dialect === 'sqlite') await sql`pragma synchronous = off`.execute(db);
  const clock = { now: MORNING };
  const common = { dialect, tokens: TOKENS, mailDomain: 'ocop.example' };
  await db.insertInto('stock').values({ sku: 'MAU-1', on_hand: onHand, reserved: 0, first_counted_at: instant(MORNING) }).execute();
  const parts = (): ApplyParts => ({ ...common, now: clock.now, account: ACCOUNT });
  return {
    db,
    clock,
    parts,
    async order(nth, { totalDong = 250_000, dueNowDong, method = 'vietqr', state, quantity = 1, reservedUntil = clock.now + 3_600_000 } = {}) {
      const id = `order-${nth}`;
      const at = instant(clock.now);
      await db
        .insertInto('orders')
        .values({
          id,
          number: `DH${String(nth).padStart(6, '0')}`,
          token_hash: `hash-${nth}`,
          state: state ?? 'awaiting-payment',
          language: 'vi',
          payment_method: method,
          transfer_code: codeOf(nth),
          goods_dong: totalDong,
          discount_dong: 0,
          shipping_dong: 0,
          total_dong: totalDong,
          due_now_dong: dueNowDong ?? totalDong,
          voucher_code: null,
          delivery_kind: 'home',
          province_code: null,
          commune_code: null,
          outlet_id: null,
          stock_state: 'held',
          reserved_until: reservedUntil === null ? null : instant(reservedUntil),
          snapshot: 1,
          sample: 0,
          created_at: at,
          state_at: at,
          closed_at: null,
          people_deleted_at: null,
        })
        .execute();
      await db.insertInto('order_packs').values({ order_id: id, sku: 'MAU-1', quantity, producer_id: 'htx-mau' }).execute();
      await db.insertInto('order_people').values({ order_id: id, name: 'Nguyễn Thị Mẫu', phone: '+84900000000', email: 'mau@ocop.example', delivery: '{}', note: null, invoice: null }).execute();
      await db.updateTable('stock').set(({ eb }) => ({ reserved: eb('reserved', '+', quantity) })).where('sku', '=', 'MAU-1').execute();
      return { id, code: codeOf(nth) };
    },
    apply: (told) => applyPayment(db, told, parts()),
    release: () => releaseExpired(db, common, clock.now),
    async state(id) {
      const { state, paid_dong, refunded_dong, stock_state } = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      return { state, paid: paid_dong, back: refunded_dong, stock: stock_state };
    },
    async openTasks() {
      const rows = await db.selectFrom('order_tasks').selectAll().where('done_at', 'is', null).orderBy('id').execute();
      return rows.map(({ kind, order_id, amount_dong, detail }) => ({ kind, order: order_id, dong: amount_dong ?? 0, ...(detail !== null && { because: (JSON.parse(detail) as { because: string }).because }) }));
    },
  };
}

/** A transfer as SePay tells of it. */
export function transfer(code: string | undefined, amountDong: number, nth: number, more: Partial<ToldPayment> = {}): ToldPayment {
  return { provider: 'vietqr', eventId: `sepay:${nth}`, kind: 'paid', amountDong, currency: 'VND', reference: code, account: ACCOUNT, bankReference: `${ACCOUNT}:FT${nth}`, at: instant(MORNING + 60_000), ...more };
}
