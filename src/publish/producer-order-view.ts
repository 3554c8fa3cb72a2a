import type { DeliveryFailure } from '../domain/cash-on-delivery.ts';
import type { PaymentMethod } from '../domain/order.ts';
import type { OrderState } from '../domain/order-status.ts';
import type { IsoDate } from '../domain/calendar-day.ts';

/** A producer's part of one order, behind a signed link: only its own packs, and what is needed to deliver them. */
export type ProducerOrderView =
  | {
      step: 'part';
      number: string;
      producer: string;
      /** Milliseconds since 1970. */
      at: number;
      state: OrderState;
      packs: readonly { name: string; label: string; sku: string; quantity: number }[];
      /** Undefined once it was deleted, or while others bring it. */
      to?: { name: string; phone: string; place: string; note?: string };
      /** What whoever brings it collects, in whole đồng; undefined where several producers send parts of one order. */
      collectDong?: number;
      payment: PaymentMethod;
      /** Others send parts of the same order. */
      others: number;
      acceptedAt?: number;
      outOfStockAt?: number;
      shippedAt?: number;
      carrier?: string;
      trackingCode?: string;
      /** The last delivery failed. */
      failure?: DeliveryFailure;
      /** Nothing can be answered any more. */
      over: boolean;
      until: IsoDate;
      seller: string;
      sellerPhone?: string;
      sample: boolean;
      /** What was just done, or what was wrong with it. */
      done?: 'accepted' | 'out-of-stock' | 'shipped' | 'in-stock' | 'delivery-failed';
      problem?: string;
      /** Asks again before something that is hard to take back. */
      ask?: 'out-of-stock' | 'shipped';
      /** The packing slip, to be printed. */
      slip: boolean;
    }
  | { step: 'closed'; reason: ProducerOrderRefusal };

export type ProducerOrderRefusal = 'unknown' | 'ended' | 'revoked' | 'too-many' | 'unreadable' | 'fault';

/** Names of the form's fields. */
export const PART_FIELDS = { deed: 'viec', carrier: 'don-vi', tracking: 'ma-van-don', note: 'ghi-chu', reason: 'vi-sao' } as const;
export const LONGEST_NOTE = 300;
