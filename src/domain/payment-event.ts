/** What a provider or bank told of money, in one shape whoever told it. */
export interface PaymentEvent {
  provider: 'vietqr' | 'stripe' | 'practice' | 'cod-deposit';
  /** Of the provider or bank: the same id twice is one payment. `sepay:92704`, `stripe:evt_…`, `bank:<account>:<reference>` */
  eventId: string;
  kind: 'paid' | 'failed' | 'expired' | 'refunded';
  /** Whole đồng as received. */
  amountDong: number;
  currency: 'VND';
  /** What names the order: transfer code found in the content, or the order id that we gave the provider; undefined when nothing was found. */
  reference: string | undefined;
  /** The account that received it, for bank transfers. */
  account?: string;
  /** Bank reference: the same money told by two channels (webhook and statement) is one payment. */
  bankReference?: string;
  /** ISO instant. */
  at: string;
}
