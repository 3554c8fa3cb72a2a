import { transferCodeIn } from '../../../domain/transfer-code.ts';
import { bankReferenceOf, plainAccount } from '../bank-reference.ts';
import type { ToldPayment } from '../told-payment.ts';

/** A movement on a bank account, whoever told of it. */
export interface BankMovement {
  eventId: string;
  account: string;
  /** Whole đồng, above zero; which way it went says `direction`. */
  amountDong: number;
  direction: 'in' | 'out';
  currency: string;
  content: string;
  reference: string | undefined;
  at: string;
}

/** Money in is a payment. Money out that names an order is one paid back; any other money out is none of the shop's business. */
export function bankTransfer({ eventId, account, amountDong, direction, currency, content, reference, at }: BankMovement): ToldPayment[] {
  const code = transferCodeIn(content);
  if (direction === 'out' && code === undefined) return [];
  const bankReference = bankReferenceOf(account, reference);
  return [
    {
      provider: 'vietqr',
      eventId,
      kind: direction === 'in' ? 'paid' : 'refunded',
      amountDong,
      currency,
      reference: code,
      account: plainAccount(account),
      at,
      ...(bankReference !== undefined && { bankReference }),
      ...(code === undefined && { words: content.slice(0, 300) }),
    },
  ];
}
