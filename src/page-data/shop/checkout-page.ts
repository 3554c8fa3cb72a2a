import { formatDong } from '../../domain/money.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import { communeLabel } from '../../domain/place-label.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { cartPath, checkoutPath, homePath, type Language } from '../../paths.ts';
import { DELIVERY_WAYS, type CheckoutField, type CheckoutValues, type CheckoutView, type DeliveryWay } from '../../publish/checkout-view.ts';
import { paymentFaultWords } from '../../publish/payment-fault-words.ts';
import { totalRows, type TotalRow } from '../../publish/total-rows.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';
import type { Link } from '../place-view.ts';
import { signedPlace } from '../../publish/address-words.ts';
import { cartGroups, type CartGroup } from './cart-lines.ts';
import { provinceChoices } from './cart-page.ts';
import { sellerFacts, type SellerFacts } from './seller-facts.ts';
import { shopHead } from './shop-head.ts';

export interface CheckoutPage {
  head: PageHead;
  trail: readonly Link[];
  action: string;
  values: CheckoutValues;
  problems: Partial<Record<CheckoutField, string>>;
  /** Where each fault is, for the list at the top. */
  faults: readonly { id: CheckoutField; text: string }[];
  groups: readonly CartGroup[];
  summary: string;
  totals: readonly TotalRow[];
  total: string;
  totalDong: number;
  agreed?: { before: string; now: string };
  ways: readonly Choice<DeliveryWay>[];
  provinces: readonly Option[];
  communes: readonly Option[];
  /** Which of today's communes an old name stands for. */
  question?: { text: string; candidates: readonly Option[] };
  outlets: readonly (Option & { hint?: string })[];
  payments: readonly (Choice<PaymentMethod> & { practice: boolean; off: boolean })[];
  deposit?: string;
  invoices: boolean;
  seller?: SellerFacts;
  delivery?: string;
  practice: boolean;
  key: string;
  kept: string;
  cart: string;
}

interface Option {
  value: string;
  text: string;
  selected: boolean;
}

interface Choice<Value> extends Option {
  value: Value & string;
  hint: string;
}

/** Undefined where nothing is ordered. */
export function checkoutPage(view: View, language: Language): CheckoutPage | undefined {
  if (view.shop?.page !== 'checkout') return undefined;
  const { checkout } = view.shop;
  const { cart, values, problems, agreedDong, key, deposit } = checkout;
  const t = translator(language);
  const { catalogue } = view;
  const totals = cart.totals ?? { goodsDong: 0, discountDong: 0, totalDong: 0 };
  const dong = (amount: number): string => formatDong(amount, language);
  const province = catalogue.provinceBySlug(values.province);
  return {
    head: shopHead(view, language, { path: checkoutPath(language), title: t('checkout.title') }),
    trail: [{ text: t('nav.home'), href: homePath(language) }, { text: t('cart.title'), href: cartPath(language) }],
    action: checkoutPath(language),
    values,
    problems: Object.fromEntries([...problems].reverse().map(({ field, text }) => [field, text])),
    faults: problems.map(({ field, text }) => ({ id: field, text })),
    groups: cartGroups(view, language, cart),
    summary: t('checkout.summary', { count: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0), total: dong(totals.totalDong) }),
    totals: totalRows(totals, language, values.way === 'pickup' ? t('checkout.pickupFree') : undefined),
    total: dong(totals.totalDong),
    totalDong: totals.totalDong,
    ...(agreedDong !== undefined && { agreed: { before: dong(agreedDong), now: dong(totals.totalDong) } }),
    ways: waysOf(view, values, t),
    provinces: provinceChoices(view, language, values.province),
    communes: province === undefined ? [] : catalogue.communesOfProvince(province.code).map((commune) => ({ value: commune.code, text: communeLabel(commune, language), selected: commune.code === values.commune })).sort(byName),
    ...questionOf(view, language, checkout, t),
    outlets: outletsOf(view, language, values),
    payments: checkout.payments.map((method) => payChoice(view, language, method, t)),
    ...(deposit !== undefined && { deposit: t('checkout.deposit', { above: dong(deposit.aboveDong), amount: dong(deposit.dong) }) }),
    invoices: catalogue.shop.seller?.invoices !== 'none',
    seller: sellerFacts(view, language),
    ...deliveryWords(cart.zone, t),
    practice: catalogue.shop.seller?.sample === true,
    key,
    kept: checkout.kept,
    cart: cartPath(language),
  };
}

const byName = (a: Option, b: Option): number => a.text.localeCompare(b.text, 'vi');

function waysOf({ catalogue }: View, { way }: CheckoutValues, t: Translate): Choice<DeliveryWay>[] {
  const delivers = (catalogue.shop.delivery?.zones.length ?? 0) > 0;
  const isOffered = (one: DeliveryWay): boolean => (one === 'pickup' ? (catalogue.shop.delivery?.pickup.length ?? 0) > 0 : delivers);
  return DELIVERY_WAYS.filter(isOffered).map((value) => ({ value, text: t(`checkout.way.${value}`), hint: t(`checkout.wayHint.${value}`), selected: way === value }));
}

function questionOf({ catalogue }: View, language: Language, { candidates, values }: CheckoutView, t: Translate): Pick<CheckoutPage, 'question'> {
  if (candidates === undefined) return {};
  const options = candidates.flatMap((code) => {
    const commune = catalogue.commune(code);
    return commune === undefined ? [] : [{ value: code, text: signedPlace(catalogue, code, language), selected: values.commune === code }];
  });
  return { question: { text: t('checkout.whichCommune', { name: values.communeName }), candidates: options } };
}

function outletsOf({ catalogue }: View, language: Language, { outlet: chosen }: CheckoutValues): CheckoutPage['outlets'] {
  const pickup = catalogue.shop.delivery?.pickup ?? [];
  return pickup.flatMap((id) => {
    const outlet = catalogue.shop.outlet(id);
    if (outlet === undefined) return [];
    const words = (text: { vi: string; en?: string | undefined } | undefined): string | undefined => (language === 'en' ? text?.en : undefined) ?? text?.vi;
    const hint = [outlet.street, outlet.place.commune, outlet.place.province, words(outlet.hours)].filter(Boolean).join(' · ');
    return [{ value: id, text: words(outlet.name) ?? id, selected: chosen === id || pickup.length === 1, ...(hint !== '' && { hint }) }];
  });
}

/** One that is not for this order says why, and cannot be chosen. */
function payChoice(view: View, language: Language, method: PaymentMethod, t: Translate): CheckoutPage['payments'][number] {
  const checkout = view.shop?.page === 'checkout' ? view.shop.checkout : undefined;
  const fault = checkout?.unpayable?.[method];
  const hint = fault === undefined ? payHint(view, method, t) : paymentFaultWords(fault, language);
  return { value: method, text: t(`pay.${method}`), hint, selected: checkout?.values.payment === method, practice: method === 'practice', off: fault !== undefined };
}

function payHint({ catalogue }: View, method: PaymentMethod, t: Translate): string {
  return t(`payHint.${method}`, { minutes: catalogue.shop.settings.reservationMinutes });
}

function deliveryWords(zone: CheckoutView['cart']['zone'], t: Translate): Pick<CheckoutPage, 'delivery'> {
  if (zone === undefined || zone === 'no-zone' || zone.days === undefined) return {};
  return { delivery: t('checkout.deliveryDays', { from: zone.days.from, to: zone.days.to }) };
}
