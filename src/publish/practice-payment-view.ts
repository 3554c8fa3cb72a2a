import type { Language } from '../paths.ts';

/** What the practice payment page shows; made for one visitor only. */
export interface PracticePaymentView {
  /** Of the order. */
  number: string;
  dueDong: number;
  language: Language;
  /** The goods are not held any more. */
  isLate: boolean;
  /** Why the shop did not take the message: a status or the name of a fault. */
  problem?: string;
}
