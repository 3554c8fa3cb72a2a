import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import type { KeptCart } from '../../domain/kept-cart.ts';
import { provinceLabel } from '../../domain/place-label.ts';
import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import type { CheckoutProblem, CheckoutValues } from '../../publish/checkout-view.ts';
import type { OrderRequest } from '../orders/order-request.ts';
import { communesNamed } from './communes-named.ts';

/** What a form asks for, and what only a form can get wrong; the rest is checked as for every order. */
export interface CheckoutRequest {
  /** Undefined while no way to pay is chosen. */
  request?: OrderRequest;
  problems: CheckoutProblem[];
  /** Codes of communes that the typed name may stand for. */
  candidates?: readonly string[];
}

export interface CheckoutToAsk {
  catalogue: Catalogue;
  cart: KeptCart;
  values: CheckoutValues;
  agreedDong: number;
  language: Language;
}

export function checkoutRequest({ catalogue, cart, values, agreedDong, language }: CheckoutToAsk): CheckoutRequest {
  const t = translator(language);
  const { name, phone, email, note, payment, wantsInvoice, company, taxCode, companyAddress, invoiceEmail } = values;
  const { commune, candidates, problems } = values.way === 'pickup' ? { commune: '', candidates: undefined, problems: [] } : communeOf(catalogue, values, language);
  if (values.way === 'hotel') {
    if (values.checkIn !== '' && !isIsoDate(values.checkIn)) problems.push({ field: 'checkIn', text: t('checkout.problem.checkIn') });
    if (values.checkOut !== '' && !isIsoDate(values.checkOut)) problems.push({ field: 'checkOut', text: t('checkout.problem.checkIn') });
  }
  if (payment === '') problems.push({ field: 'payment', text: t('checkout.problem.payment') });
  return {
    problems,
    ...(candidates !== undefined && { candidates }),
    ...(payment !== '' && {
      request: {
        lines: cart.lines.map(({ sku, quantity }) => ({ sku, quantity })),
        ...(cart.voucher !== undefined && { voucher: cart.voucher }),
        buyer: { name, phone, email, note },
        ...(wantsInvoice && { invoice: { company, taxCode, address: companyAddress, email: invoiceEmail } }),
        delivery: deliveryOf(values, commune),
        payment,
        language,
        totalDong: agreedDong,
      },
    }),
  };
}

function deliveryOf({ way, province, street, hotel, guest, checkIn, checkOut, outlet }: CheckoutValues, commune: string): OrderRequest['delivery'] {
  if (way === 'pickup') return { kind: 'pickup', outlet };
  if (way === 'home') return { kind: 'home', province, commune, street };
  return { kind: 'hotel', province, commune, street, hotel, guest, ...(isIsoDate(checkIn) && { checkIn }), ...(isIsoDate(checkOut) && { checkOut }) };
}

/** A name that was typed goes before what a list still has chosen; one that fits several is asked about. */
function communeOf(catalogue: Catalogue, { province: slug, commune: code, communeName }: CheckoutValues, language: Language): { commune: string; candidates?: readonly string[] | undefined; problems: CheckoutProblem[] } {
  const t = translator(language);
  const province = catalogue.provinceBySlug(slug);
  if (province === undefined) return { commune: '', problems: [{ field: 'province', text: t('checkout.problem.province') }] };
  const chosen = catalogue.commune(code)?.provinceCode === province.code ? code : '';
  if (communeName === '') return { commune: chosen, problems: chosen === '' ? [{ field: 'commune', text: t('checkout.problem.commune') }] : [] };
  const named = communesNamed(catalogue, province, communeName).map((commune) => commune.code);
  const [only = ''] = named;
  if (named.length === 1) return { commune: only, problems: [] };
  if (named.length === 0) return { commune: '', problems: [{ field: 'communeName', text: t('checkout.problem.communeName', { name: communeName, province: provinceLabel(province, language) }) }] };
  if (named.includes(chosen)) return { commune: chosen, candidates: named, problems: [] };
  return { commune: '', candidates: named, problems: [{ field: 'communeName', text: t('checkout.problem.communeQuestion') }] };
}
