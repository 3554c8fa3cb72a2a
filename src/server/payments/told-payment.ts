import type { PaymentEvent } from '../../domain/payment-event.ts';

/** What a provider said, verified but not judged yet: the currency may be any, and a clerk may have to read the words. */
export interface ToldPayment extends Omit<PaymentEvent, 'currency'> {
  currency: string;
  /** What the transfer says, where no order could be found by it. People write their names there. */
  words?: string;
}
