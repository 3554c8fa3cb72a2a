import type { PaymentEvent } from '../../domain/payment-event.ts';
import type { Language } from '../../paths.ts';
import type { ToldPayment } from './told-payment.ts';

/** What a provider needs to know of an order; nothing of who ordered. */
export interface OrderToPay {
  id: string;
  number: string;
  language: Language;
  /** Whole đồng still to be paid; for cash on delivery the deposit. */
  dueDong: number;
  transferCode: string;
  createdAt: number;
  /** Milliseconds since 1970; undefined: the goods are held without an end. */
  reservedUntil: number | undefined;
  /** Where the buyer comes back to: a path of this site, with the order's token. */
  returnPath: string;
}

/** What the buyer does next. */
export type PaymentStart =
  | { kind: 'redirect'; url: string }
  | {
      kind: 'vietqr';
      /** The text of the symbol. */
      qr: string;
      bank: string;
      account: string;
      holder: string;
      amountDong: number;
      content: string;
      /** In practice mode: where to pretend that the transfer was made. Then nobody should scan the symbol. */
      practiceUrl?: string;
    }
  | { kind: 'none' };

export interface PaymentProvider {
  readonly id: PaymentEvent['provider'];
  /** Who charges the buyer in the seller's place, to be told before the payment. */
  readonly collectedBy?: string | undefined;
  /** Called after the order is committed; repeatable for the same order. Throws {@link PaymentUnavailable}. */
  begin(order: OrderToPay): Promise<PaymentStart>;
  /** What the provider says now, for messages that got lost; undefined: nothing new. */
  fetchStatus?(order: Pick<OrderToPay, 'id'>): Promise<ToldPayment | undefined>;
  /** Takes no money any more for it, as far as that can be prevented. */
  cancel?(order: Pick<OrderToPay, 'id'>): Promise<void>;
  /** `key` names this refund: the same key pays back once. `by-hand`: a person must do it. */
  refund?(order: Pick<OrderToPay, 'id'>, amountDong: number, key: string): Promise<'done' | 'by-hand'>;
}

/** - `too-small`, `too-large`: no card takes this amount in đồng. - `unreachable`: the provider does not answer, later it may. - `refused`: it says no; a fault of ours or of the settings. */
export type UnavailableBecause = 'too-small' | 'too-large' | 'unreachable' | 'refused';

export class PaymentUnavailable extends Error {
  override name = 'PaymentUnavailable';
  readonly because: UnavailableBecause;

  constructor(because: UnavailableBecause, options?: { cause?: unknown }) {
    super(`payment cannot begin: ${because}`, options);
    this.because = because;
  }
}
