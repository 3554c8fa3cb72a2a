import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import type { OrderLineSnapshot } from '../../../domain/order.ts';
import { writeCsv } from '../../../importing/exchange/csv-writer.ts';
import { writeSpreadsheet } from '../../../importing/spreadsheet-file.ts';
import { orderStateName, PAYMENT_NAMES } from '../../../publish/desk-shop/order-words.ts';
import type { Database } from '../../db/database.ts';
import type { OrderRow } from '../../db/order-tables.ts';
import { orderLines } from './order-lines.ts';

const HEADINGS = ['Số đơn', 'Ngày đặt', 'Tình trạng', 'Cách trả tiền', 'Nơi giao', 'Hàng', 'Tiền hàng', 'Giảm giá', 'Phí giao', 'Tổng cộng', 'Đã nhận', 'Đã hoàn', 'Chủ thể', 'Minh hoạ'];
const WIDTHS = [14, 18, 20, 24, 30, 60, 14, 12, 12, 14, 14, 12, 30, 18];
/** Columns of amounts. */
const DONG = [6, 7, 8, 9, 10, 11];

type Cells = (string | number | null)[];

/** One row an order, nothing of who ordered: such a file travels. */
async function rowsOf(db: Database, catalogue: Catalogue, orders: readonly OrderRow[]): Promise<Cells[]> {
  const lines = await orderLines(db, catalogue, orders);
  const goods = orders.length === 0 ? [] : await db.selectFrom('order_lines').select(['order_id', 'quantity', 'snapshot']).where('order_id', 'in', orders.map(({ id }) => id)).orderBy('line').execute();
  return orders.map((order, at) => {
    const line = lines[at];
    const texts = goods.filter(({ order_id: id }) => id === order.id).map(({ quantity, snapshot }) => {
      const { name, label } = JSON.parse(snapshot) as OrderLineSnapshot;
      return `${quantity} × ${name.vi}, ${label}`;
    });
    return [
      spacedOrderNumber(order.number),
      inVietnam(order.created_at),
      orderStateName(order.state, order.payment_method),
      PAYMENT_NAMES[order.payment_method],
      line?.place ?? '',
      texts.join('; '),
      order.goods_dong,
      order.discount_dong,
      order.shipping_dong,
      order.total_dong,
      order.paid_dong,
      order.refunded_dong,
      line?.producers.join(', ') ?? '',
      order.sample === 1 ? 'dữ liệu minh hoạ' : '',
    ];
  });
}

export async function ordersXlsx(db: Database, catalogue: Catalogue, orders: readonly OrderRow[]): Promise<Uint8Array> {
  return writeSpreadsheet([{ name: 'Đơn hàng', rows: [HEADINGS, ...(await rowsOf(db, catalogue, orders))], widths: WIDTHS, frozenRows: 1, counts: DONG, bold: [0] }]);
}

export async function ordersCsv(db: Database, catalogue: Catalogue, orders: readonly OrderRow[]): Promise<string> {
  return writeCsv([HEADINGS, ...(await rowsOf(db, catalogue, orders))]);
}

function inVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
