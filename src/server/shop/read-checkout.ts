import { readKeptCart, type KeptCart } from '../../domain/kept-cart.ts';
import { PAYMENT_METHODS } from '../../domain/order.ts';
import { CHECKOUT_FIELDS, DELIVERY_WAYS, type CheckoutValues } from '../../publish/checkout-view.ts';

export interface SentCheckout {
  /** What the page showed and is ordered, whatever became of the cart since. */
  cart: KeptCart;
  values: CheckoutValues;
  key: string;
  /** The total that the page showed, whole đồng. */
  agreedDong: number | undefined;
  /** Choices changed, nothing is ordered. */
  isLook: boolean;
  website: string;
}

const LONGEST_LINE = 200;
const LONGEST_NOTE = 500;

/** What a form of the checkout says, as it was typed. */
export function readCheckout(form: URLSearchParams): SentCheckout {
  const line = (field: keyof typeof CHECKOUT_FIELDS, most = LONGEST_LINE): string =>
    (form.getAll(CHECKOUT_FIELDS[field]).findLast((value) => value !== '') ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, most);
  const agreed = line('agreed');
  return {
    cart: readKeptCart(form.get(CHECKOUT_FIELDS.cart) ?? undefined),
    values: {
      name: line('name'),
      phone: line('phone'),
      email: line('email'),
      way: DELIVERY_WAYS.find((way) => way === line('way')) ?? 'home',
      province: line('province'),
      commune: line('commune'),
      communeName: line('communeName'),
      street: line('street'),
      hotel: line('hotel'),
      guest: line('guest'),
      checkIn: line('checkIn'),
      checkOut: line('checkOut'),
      outlet: line('outlet'),
      payment: PAYMENT_METHODS.find((method) => method === line('payment')) ?? '',
      wantsInvoice: line('wantsInvoice') === 'on',
      company: line('company'),
      taxCode: line('taxCode'),
      companyAddress: line('companyAddress'),
      invoiceEmail: line('invoiceEmail'),
      note: line('note', LONGEST_NOTE),
    },
    key: line('key'),
    agreedDong: /^\d{1,15}$/.test(agreed) ? Number(agreed) : undefined,
    isLook: line('step') === 'xem',
    website: line('website'),
  };
}
