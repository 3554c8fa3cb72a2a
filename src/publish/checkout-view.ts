import type { PaymentMethod } from '../domain/order.ts';
import type { PaymentFault } from '../domain/payment-ways.ts';
import type { CartView } from './cart-view.ts';

/** What the page that places an order shows. */
export interface CheckoutView {
  cart: CartView;
  values: CheckoutValues;
  problems: readonly CheckoutProblem[];
  /** Ways to pay that are on, the usual one first. */
  payments: readonly PaymentMethod[];
  /** Why one of them is not for this order. */
  unpayable?: Partial<Record<PaymentMethod, PaymentFault>>;
  /** From which total cash on delivery asks for how much beforehand. */
  deposit?: { aboveDong: number; dong: number };
  /** Codes of the communes that an old name may stand for: which one is asked. */
  candidates?: readonly string[];
  /** The total that the buyer agreed to, where it is another one by now. */
  agreedDong?: number;
  /** What makes sending the form twice one order. */
  key: string;
  /** What is ordered, as the cookie of the cart writes it: another tab may change that meanwhile. */
  kept: string;
}

/** What was typed, as it was typed. */
export interface CheckoutValues {
  name: string;
  phone: string;
  email: string;
  way: DeliveryWay;
  /** Slug. */
  province: string;
  /** Code of a commune of today. */
  commune: string;
  /** A name of any time, for one who does not know the name of today. */
  communeName: string;
  street: string;
  hotel: string;
  guest: string;
  checkIn: string;
  checkOut: string;
  outlet: string;
  payment: PaymentMethod | '';
  wantsInvoice: boolean;
  company: string;
  taxCode: string;
  companyAddress: string;
  invoiceEmail: string;
  note: string;
}

export type DeliveryWay = 'home' | 'hotel' | 'pickup';
export const DELIVERY_WAYS: readonly DeliveryWay[] = ['home', 'hotel', 'pickup'];

export type CheckoutField = keyof CheckoutValues | 'website' | 'cart';

export interface CheckoutProblem {
  field: CheckoutField;
  text: string;
}

/** Names of the fields in the form, the same in both languages. */
export const CHECKOUT_FIELDS: Readonly<Record<keyof CheckoutValues | 'website' | 'cart' | 'key' | 'agreed' | 'step', string>> = {
  /** Hidden: what is ordered, as the cookie of the cart writes it. */
  cart: 'gio',
  name: 'ten',
  phone: 'dien-thoai',
  email: 'thu',
  way: 'cach-giao',
  province: 'tinh',
  commune: 'xa',
  communeName: 'ten-xa',
  street: 'dia-chi',
  hotel: 'khach-san',
  guest: 'nguoi-o',
  checkIn: 'ngay-den',
  checkOut: 'ngay-di',
  outlet: 'diem-ban',
  payment: 'tra-tien',
  wantsInvoice: 'hoa-don',
  company: 'cong-ty',
  taxCode: 'ma-so-thue',
  companyAddress: 'dia-chi-cong-ty',
  invoiceEmail: 'thu-hoa-don',
  note: 'ghi-chu',
  /** Hidden from people; programs that fill in every field give themselves away. */
  website: 'trang-web',
  key: 'khoa',
  agreed: 'tong',
  /** `xem`: work out communes and delivery anew, order nothing. */
  step: 'buoc',
};

export const EMPTY_CHECKOUT: CheckoutValues = {
  name: '', phone: '', email: '', way: 'home', province: '', commune: '', communeName: '', street: '', hotel: '', guest: '', checkIn: '', checkOut: '',
  outlet: '', payment: '', wantsInvoice: false, company: '', taxCode: '', companyAddress: '', invoiceEmail: '', note: '',
};
