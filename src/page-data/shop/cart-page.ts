import { formatDong } from '../../domain/money.ts';
import { provinceLabel } from '../../domain/place-label.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { cartPath, checkoutPath, homePath, productsPath, type Language } from '../../paths.ts';
import type { CartView } from '../../publish/cart-view.ts';
import type { CartNote } from '../../publish/shop-view.ts';
import { totalRows, type TotalRow } from '../../publish/total-rows.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';
import type { Link } from '../place-view.ts';
import { cartGroups, type CartGroup } from './cart-lines.ts';
import { shopGoods } from './shop-goods.ts';
import { shopHead } from './shop-head.ts';
import { voucherWords } from './voucher-words.ts';

export interface CartPage {
  head: PageHead;
  trail: readonly Link[];
  action: string;
  groups: readonly CartGroup[];
  /** Packs in it. */
  count: number;
  /** What just happened, said once. */
  note?: { text: string; isProblem: boolean };
  /** How many lines are other than the buyer knows them. */
  changed?: string;
  totals: readonly TotalRow[];
  voucher?: { code: string; problem?: string; takes?: string };
  provinces: readonly { value: string; text: string; selected: boolean }[];
  delivery?: string;
  /** Where to go on; undefined while a line stops the order. */
  checkout?: string;
  practice: boolean;
  products: string;
}

/** Undefined where no cart is shown. */
export function cartPage(view: View, language: Language): CartPage | undefined {
  if (view.shop?.page !== 'cart') return undefined;
  const { cart, note } = view.shop;
  const t = translator(language);
  const groups = cartGroups(view, language, cart);
  const lines = groups.flatMap((group) => group.lines);
  const changed = lines.filter(({ changes }) => changes.length > 0).length;
  return {
    head: shopHead(view, language, { path: cartPath(language), title: t('cart.title') }),
    trail: [{ text: t('nav.home'), href: homePath(language) }],
    action: cartPath(language),
    groups,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ...(note !== undefined && { note: noteWords(view, language, note, t) }),
    ...(changed > 0 && { changed: t('cart.changed', { count: changed }) }),
    totals: cart.totals === undefined ? [] : totalRows(cart.totals, language),
    ...voucherOf(cart, language),
    provinces: provinceChoices(view, language, cart.province ?? ''),
    ...deliveryOf(view, language, cart),
    ...(lines.length > 0 && lines.every(({ blocks }) => !blocks) && { checkout: checkoutPath(language) }),
    practice: view.catalogue.shop.seller?.sample === true,
    products: productsPath(language),
  };
}

function noteWords(view: View, language: Language, note: CartNote, t: Translate): NonNullable<CartPage['note']> {
  if (note.kind !== 'added') return { text: t(`cart.note.${note.kind}`), isProblem: true };
  const goods = shopGoods(view, language, note.sku);
  return { text: t('cart.note.added', { name: goods === undefined ? note.sku : `${goods.name}, ${goods.label}` }), isProblem: false };
}

function voucherOf({ voucher, totals }: CartView, language: Language): Pick<CartPage, 'voucher'> {
  if (voucher === undefined) return {};
  const { code, fault } = voucher;
  if (fault !== undefined) return { voucher: { code, problem: voucherWords(fault, code, language) } };
  return { voucher: { code, takes: `−${formatDong(totals?.discountDong ?? 0, language)}` } };
}

export function provinceChoices({ catalogue }: View, language: Language, chosen: string): CartPage['provinces'] {
  return catalogue.provinces
    .map((province) => ({ value: province.slug, text: language === 'vi' ? province.name : provinceLabel(province, 'en'), selected: province.slug === chosen }))
    .sort((a, b) => a.text.localeCompare(b.text, 'vi'));
}

function deliveryOf({ catalogue }: View, language: Language, { zone, province }: CartView): Pick<CartPage, 'delivery'> {
  const place = catalogue.provinceBySlug(province ?? '');
  if (zone === undefined || place === undefined) return {};
  const t = translator(language);
  const name = provinceLabel(place, language);
  if (zone === 'no-zone') return { delivery: t('cart.notDelivered', { place: name }) };
  const days = zone.days === undefined ? '' : ` ${t('cart.days', { from: zone.days.from, to: zone.days.to })}`;
  const free = zone.freeFromDong === undefined ? '' : ` ${t('cart.freeFrom', { amount: formatDong(zone.freeFromDong, language) })}`;
  return { delivery: `${t('cart.deliveryTo', { place: name })}${days}${free}` };
}
