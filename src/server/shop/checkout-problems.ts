import type { Language } from '../../paths.ts';
import type { CheckoutField, CheckoutProblem } from '../../publish/checkout-view.ts';
import { problemText, type OrderProblem } from '../orders/order-problem.ts';

/** Where in the form each field of an order stands. */
const FIELDS: Readonly<Record<string, CheckoutField>> = {
  'buyer.name': 'name',
  'buyer.phone': 'phone',
  'buyer.email': 'email',
  'buyer.note': 'note',
  'invoice.company': 'company',
  'invoice.taxCode': 'taxCode',
  'invoice.address': 'companyAddress',
  'invoice.email': 'invoiceEmail',
  'delivery.province': 'province',
  'delivery.commune': 'commune',
  'delivery.street': 'street',
  'delivery.hotel': 'hotel',
  'delivery.checkIn': 'checkIn',
  'delivery.checkOut': 'checkOut',
  'delivery.outlet': 'outlet',
  payment: 'payment',
};

/** As they stand in the form, from top to bottom. */
const ORDER: readonly CheckoutField[] = ['cart', 'name', 'phone', 'email', 'way', 'hotel', 'guest', 'checkIn', 'checkOut', 'province', 'commune', 'communeName', 'street', 'outlet', 'payment', 'company', 'taxCode', 'invoiceEmail', 'companyAddress', 'note', 'website'];

/** Each fault at its field, in words, from top to bottom; of one field the first that was found, those of the form before the others. */
export function checkoutProblems(own: readonly CheckoutProblem[], found: readonly OrderProblem[], language: Language): CheckoutProblem[] {
  const all = [...own, ...found.map((problem): CheckoutProblem => ({ field: FIELDS[problem.field] ?? 'cart', text: problemText(problem, language) }))];
  const taken = new Set<CheckoutField>(own.some(({ field }) => field === 'province' || field === 'communeName') ? ['commune'] : []);
  const first = all.filter(({ field }) => field === 'cart' || (!taken.has(field) && taken.add(field)));
  return first.toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));
}
