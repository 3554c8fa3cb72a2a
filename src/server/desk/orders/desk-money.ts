import { instant } from '../../db/database.ts';
import { applyPayment } from '../../payments/apply-payment.ts';
import { countOne } from '../../payments/count-payments.ts';
import { readStatement } from '../../payments/bank-statement/read-statement.ts';
import { plainAccount } from '../../payments/bank-reference.ts';
import { bankTransfer } from '../../payments/webhooks/bank-transfer.ts';
import type { Database } from '../../db/database.ts';
import type { DeskParts } from '../desk-parts.ts';
import { eventParts, type DeskMoney, type ShopDesk, type StatementOutcome } from './shop-desk.ts';

export interface DeskMoneyParts {
  db: Database;
  now: DeskParts['now'];
  shop: Omit<ShopDesk, 'money'>;
  /** The shop's account as the seller's record has it; undefined: none. */
  account: () => Promise<string | undefined>;
}

const MATCHED: ReadonlySet<string> = new Set(['paid', 'part-paid', 'over-paid', 'more-paid', 'paid-late', 'refunded', 'refund-confirmed']);
const KNOWN: ReadonlySet<string> = new Set(['known', 'same-money']);

/** Everything by the one way in which money reaches an order. */
export function deskMoney({ db, now, shop, account }: DeskMoneyParts): DeskMoney {
  const parts = async () => {
    const own = await account();
    return { ...eventParts({ shop: shop as ShopDesk, now }), account: own === undefined ? undefined : plainAccount(own) };
  };
  return {
    async readStatement({ bytes, name }) {
      const own = await account();
      if (own === undefined) return { refusal: 'Chưa có tài khoản ngân hàng nào trong hồ sơ bên bán, nên chưa đọc được sao kê.' };
      const read = await readStatement(bytes, name, own);
      if ('refusal' in read) return { refusal: read.refusal.vi };
      const outcome: StatementOutcome = { rows: read.movements.length, matched: 0, known: 0, review: 0, skipped: 0, problems: read.problems.map(({ vi }) => vi) };
      for (const movement of read.movements) {
        const told = bankTransfer(movement);
        const came = told.length === 0 ? ['ignored'] : await Promise.all(told.map(async (one) => applyPayment(db, one, await parts())));
        for (const what of came) outcome[MATCHED.has(what) ? 'matched' : KNOWN.has(what) ? 'known' : what === 'ignored' ? 'skipped' : 'review'] += 1;
      }
      return outcome;
    },
    async paidBack({ orderId, dong, key }) {
      const order = await db.selectFrom('orders').select('payment_method').where('id', '=', orderId).executeTakeFirstOrThrow();
      const provider = order.payment_method === 'cod' ? 'cod-deposit' : order.payment_method;
      const outcome = await applyPayment(db, { provider, eventId: `hand:refund:${key}`, kind: 'refunded', amountDong: dong, currency: 'VND', reference: orderId, at: instant(now()) }, await parts());
      return outcome === 'refunded' || outcome === 'refund-confirmed' || outcome === 'known';
    },
    async assign({ taskId, orderId, who }) {
      const given = await parts();
      return db.transaction().execute(async (transaction) => {
        const task = await transaction.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow();
        const event = (JSON.parse(task.detail ?? '{}') as { event?: string }).event ?? /^payment:(.+)$/.exec(task.key)?.[1];
        const payment = event === undefined ? undefined : await transaction.selectFrom('payment_events').selectAll().where('event_id', '=', event).executeTakeFirst();
        if (task.kind !== 'review' || payment === undefined || payment.kind !== 'paid') return 'Khoản này không gắn được vào đơn: mở từng đơn để xem, rồi ghi đã xử lý.';
        if (payment.currency !== 'VND') return 'Khoản này không phải tiền đồng: quy đổi và xử lý bằng tay, rồi ghi đã xử lý.';
        const closed = await transaction.updateTable('order_tasks').set({ done_by: who, done_at: instant(now()), order_id: orderId, detail: null }).where('id', '=', taskId).where('done_at', 'is', null).executeTakeFirst();
        if (closed.numUpdatedRows !== 1n) return 'Việc này vừa được người khác làm xong.';
        await transaction.updateTable('payment_events').set({ order_id: orderId }).where('event_id', '=', payment.event_id).execute();
        await countOne(transaction, payment.event_id, { orderId, amountDong: payment.amount_dong }, given);
        return undefined;
      });
    },
  };
}
