import { formatDong } from '../../domain/money.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import type { CartView, CartViewLine } from '../../publish/cart-view.ts';
import type { View } from '../../publish/view.ts';
import { shopGoods, type ShopGoods } from './shop-goods.ts';

/** Lines of one maker; those of several, or of none that is known, stand last. */
export interface CartGroup {
  producer?: string;
  lines: readonly CartPageLine[];
}

export interface CartPageLine {
  sku: string;
  quantity: number;
  /** Undefined for what the register no longer has. */
  goods?: ShopGoods;
  unit?: string;
  total?: string;
  /** With what vouchers take off, where they do. */
  before?: string;
  /** What is other than the buyer knows it, worst first. */
  changes: readonly string[];
  /** Stops the order until it is put right. */
  blocks: boolean;
  /** The quantity with which it could be bought. */
  possible?: number;
  /** Whole đồng of one, for the next look. */
  unitDong?: number;
  most?: number;
}

export function cartGroups(view: View, language: Language, { lines }: CartView): CartGroup[] {
  const t = translator(language);
  const groups = new Map<string, { producer?: string; lines: CartPageLine[] }>();
  for (const line of lines) {
    const goods = shopGoods(view, language, line.sku);
    const key = goods?.producer?.id ?? '';
    const group = groups.get(key) ?? { ...(goods?.producer !== undefined && { producer: goods.producer.name }), lines: [] };
    groups.set(key, group);
    group.lines.push(pageLine(line, goods, language, t));
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '')).map(([, group]) => group);
}

function pageLine(line: CartViewLine, goods: ShopGoods | undefined, language: Language, t: Translate): CartPageLine {
  const { sku, quantity, price, seenDong, fault, left } = line;
  const dong = (amount: number): string => formatDong(amount, language);
  const changes = [
    ...(fault === undefined ? [] : [faultWords(line, t)]),
    ...(price !== undefined && seenDong !== undefined && seenDong !== price.unitDong ? [t('cart.changed.price', { before: dong(seenDong), now: dong(price.unitDong) })] : []),
  ];
  return {
    sku,
    quantity,
    ...(goods !== undefined && { goods }),
    ...(price !== undefined && { unit: dong(price.unitDong), total: dong(price.totalDong), unitDong: price.unitDong }),
    ...(price !== undefined && price.discountDong > 0 && { before: dong(price.totalDong + price.discountDong) }),
    changes,
    blocks: fault !== undefined,
    ...possibleQuantity(line),
    ...(left !== undefined && { most: left }),
  };
}

function possibleQuantity({ fault }: CartViewLine): { possible?: number } {
  if (fault?.kind === 'stock' && fault.left > 0) return { possible: fault.left };
  if (fault?.kind === 'minimum') return { possible: fault.minimum };
  return fault?.kind === 'quantity' ? { possible: fault.most } : {};
}

function faultWords({ fault }: CartViewLine, t: Translate): string {
  switch (fault?.kind) {
    case 'minimum':
      return t('cart.changed.minimum', { minimum: fault.minimum });
    case 'stock':
      return fault.left === 0 ? t('cart.changed.soldOut') : t('cart.changed.left', { left: fault.left });
    case 'quantity':
      return t('cart.changed.most', { most: fault.most });
    default:
      return t('cart.changed.notSold');
  }
}
