import { formatCount } from '../../../i18n/format-number.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { deskPath } from '../../../paths.ts';
import type { StockMove } from '../../../publish/desk-shop/stock.ts';
import type { View } from '../../../publish/view.ts';
import type { Link } from '../../place-view.ts';
import { deskContent } from '../desk-content.ts';
import { timeInVietnam } from '../vietnam-time.ts';

export interface StockRowText {
  sku: string;
  name: string;
  producer: string;
  left: string;
  onHand: string;
  value: number;
  reserved: string;
  low: boolean;
  mark: string;
  sample: boolean;
  done: boolean;
  problem?: string | undefined;
}

export interface DeskStockPage {
  action: string;
  rows: readonly StockRowText[];
  moves: readonly { time: string; name: string; what: string; change: string; who: string; reason: string; order?: Link | undefined }[];
  lowAt: string;
  anyProblem: boolean;
}

const MOVES: Readonly<Record<StockMove['kind'], string>> = { counted: 'đếm lần đầu', taken: 'gửi đi', corrected: 'đếm lại', returned: 'quay về' };

/** Undefined for a request that did not come through the desk's door. */
export function deskStockPage(view: View): DeskStockPage | undefined {
  const stock = deskContent(view, 'stock')?.stock;
  if (stock === undefined) return undefined;
  return {
    action: deskPath('kho'),
    rows: stock.lines.map(({ sku, product, label, producer, onHand, openingStock, reserved, low, gone, sample }) => {
      const all = onHand ?? openingStock ?? 0;
      return {
        sku,
        name: label === '' ? product : `${product}, ${label}`,
        producer,
        left: formatCount(Math.max(0, all - reserved), 'vi'),
        onHand: formatCount(all, 'vi'),
        value: all,
        reserved: formatCount(reserved, 'vi'),
        low,
        mark: gone ? 'không còn bán' : low ? (all - reserved <= 0 ? 'hết hàng' : 'sắp hết') : onHand === undefined ? 'chưa có đơn nào' : '',
        sample,
        done: stock.done === sku,
        problem: stock.problem?.sku === sku ? stock.problem.text : undefined,
      };
    }),
    moves: stock.moves.map(({ at, name, kind, change, who, reason, order }) => ({
      time: timeInVietnam(at),
      name,
      what: MOVES[kind],
      change: `${change > 0 ? '+' : change < 0 ? '−' : ''}${formatCount(Math.abs(change), 'vi')}`,
      who: who === 'system' ? 'hệ thống' : /^producer:/.test(who) ? 'chủ thể' : who,
      reason: reason ?? '',
      order: order === undefined ? undefined : { text: spacedOrderNumber(order), href: deskPath('don-hang', order) },
    })),
    lowAt: formatCount(stock.lowAt, 'vi'),
    anyProblem: stock.problem !== undefined,
  };
}
