import type { IsoDate } from './calendar-day.ts';
import { shareOut } from './share-out.ts';

/** One line of an order as far as it matters to whoever made the goods. */
export interface SoldLine {
  sku: string;
  name: string;
  label: string;
  quantity: number;
  /** Whole đồng for all of them, before and after discounts. */
  goodsDong: number;
  totalDong: number;
  producerId?: string | undefined;
  /** Packs of one basket; `weight`: what one pack is worth beside the others. */
  contents?: readonly { sku: string; name: string; label: string; quantity: number; producerId?: string | undefined; weight: number }[] | undefined;
}

/** An order that reached its buyer, or came back after it had. */
export interface SoldOrder {
  number: string;
  day: IsoDate;
  kind: 'delivered' | 'returned';
  lines: readonly SoldLine[];
  sample: boolean;
}

export interface StatementRow {
  number: string;
  day: IsoDate;
  kind: SoldOrder['kind'];
  sku: string;
  name: string;
  label: string;
  /** Below zero for what came back, as the amounts are. */
  quantity: number;
  goodsDong: number;
  discountDong: number;
  /** `goodsDong` − `discountDong`. */
  totalDong: number;
  /** Part of a basket: its price was shared out. */
  fromBasket?: string;
  sample: boolean;
}

/** What one producer's goods brought in a month; the sums are those of the rows. */
export interface ProducerStatement {
  rows: readonly StatementRow[];
  quantity: number;
  goodsDong: number;
  discountDong: number;
  totalDong: number;
}

/**
 * Bảng đối soát: every pack of one producer in these orders. The price of a basket is shared out over its packs in
 * proportion of what each is worth, in whole đồng and without a rest, so that the statements of all producers and of
 * goods without one add up to what buyers paid for goods.
 */
export function producerStatement(orders: readonly SoldOrder[], producerId: string | undefined): ProducerStatement {
  const rows = orders.flatMap((order) => order.lines.flatMap((line) => rowsOf(order, line)).filter((row) => row.producerId === producerId).map(({ producerId: _of, ...row }) => row));
  return { rows, quantity: sum(rows, 'quantity'), goodsDong: sum(rows, 'goodsDong'), discountDong: sum(rows, 'discountDong'), totalDong: sum(rows, 'totalDong') };
}

/** Whose goods are in these orders; undefined stands for goods without a producer. */
export function producersIn(orders: readonly SoldOrder[]): (string | undefined)[] {
  const ids = orders.flatMap(({ lines }) => lines.flatMap(({ producerId, contents }) => contents?.map((one) => one.producerId) ?? [producerId]));
  return [...new Set(ids)].sort((a, b) => (a ?? '\uffff').localeCompare(b ?? '\uffff'));
}

type Row = StatementRow & { producerId: string | undefined };

function rowsOf(order: SoldOrder, line: SoldLine): Row[] {
  const sign = order.kind === 'returned' ? -1 : 1;
  const row = (part: Pick<SoldLine, 'sku' | 'name' | 'label' | 'quantity' | 'producerId'>, goodsDong: number, totalDong: number): Row => ({
    number: order.number,
    day: order.day,
    kind: order.kind,
    sku: part.sku,
    name: part.name,
    label: part.label,
    quantity: sign * part.quantity,
    goodsDong: signed(sign, goodsDong),
    discountDong: signed(sign, goodsDong - totalDong),
    totalDong: signed(sign, totalDong),
    sample: order.sample,
    producerId: part.producerId,
  });
  const { contents } = line;
  if (contents === undefined || contents.length === 0) return [row(line, line.goodsDong, line.totalDong)];
  const [goods, totals] = [shares(line.goodsDong, contents), shares(line.totalDong, contents)];
  return contents.map((part, at) => ({ ...row({ ...part, quantity: part.quantity * line.quantity }, goods[at] ?? 0, totals[at] ?? 0), fromBasket: line.name }));
}

/** Scaled up, so that there is always enough to share out of. */
function shares(amount: number, contents: readonly { quantity: number; weight: number }[]): number[] {
  const weights = contents.map(({ quantity, weight }) => quantity * Math.max(1, weight));
  const enough = Math.ceil(amount / weights.reduce((all, weight) => all + weight, 0));
  return shareOut(amount, weights.map((weight) => weight * Math.max(1, enough)));
}

/** Without the zero below zero. */
function signed(sign: number, amount: number): number {
  return amount === 0 ? 0 : sign * amount;
}

function sum(rows: readonly StatementRow[], field: 'quantity' | 'goodsDong' | 'discountDong' | 'totalDong'): number {
  return rows.reduce((all, row) => all + row[field], 0);
}
