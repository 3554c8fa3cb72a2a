import type { IsoDate } from './calendar-day.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { StarLevel } from './star-level.ts';

export type PaymentMethod = 'cod' | 'vietqr' | 'stripe' | 'practice';
export const PAYMENT_METHODS: readonly PaymentMethod[] = ['cod', 'vietqr', 'stripe', 'practice'];

/** Where an order goes. Codes of places of today; `street` is house, street and hamlet as typed. */
export type OrderDelivery =
  | { kind: 'home'; provinceCode: string; communeCode: string; street: string }
  /** To the desk of a hotel, for a guest who stays there. */
  | { kind: 'hotel'; provinceCode: string; communeCode: string; street: string; hotel: string; guest?: string; checkIn?: IsoDate; checkOut?: IsoDate }
  | { kind: 'pickup'; outletId: string };

/** Who ordered. Personal data: kept in a table of its own and deleted after a time. */
export interface OrderPerson {
  name: string;
  phone: PhoneNumber;
  email?: string;
  /** For whoever brings it. */
  note?: string;
  /** Who the invoice is for, when one is asked for. */
  invoice?: { company: string; taxCode: string; address: string; email?: string };
}

/** What was bought, as it was on the day: later changes of the register do not change it. */
export interface OrderLineSnapshot {
  name: { vi: string; en: string };
  /** Of the pack; for a basket what is in it. */
  label: string;
  productId?: string;
  producerId?: string;
  producer?: string;
  /** The star that was held on the day of the order; undefined for goods without one. */
  star?: { stars: StarLevel; validUntil?: IsoDate; decision?: string };
  /** Packs of one basket; `unitDong`: what one costs alone, for sharing out the basket's price. */
  contents?: readonly { sku: string; quantity: number; name: { vi: string; en: string }; label: string; producerId?: string; unitDong?: number }[];
  sample: boolean;
}
