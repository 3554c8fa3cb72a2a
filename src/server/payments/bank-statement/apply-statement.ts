import type { Words } from '../../../importing/words.ts';
import type { PaymentOutcome } from '../apply-payment.ts';
import type { ToldPayment } from '../told-payment.ts';
import { bankTransfer } from '../webhooks/bank-transfer.ts';
import { readStatement } from './read-statement.ts';

/** What became of a statement, row by row in numbers. */
export interface StatementReport {
  /** Movements that were read, money out included. */
  rows: number;
  /** How often each came out; money out that names no order is not among them. */
  outcomes: Partial<Record<PaymentOutcome, number>>;
  /** Rows that were not understood. */
  problems: readonly Words[];
}

/** Each row in a transaction of its own: what was taken stays, and the same file again changes nothing. */
export async function applyStatement(file: { bytes: Uint8Array; name: string }, account: string, apply: (told: ToldPayment) => Promise<PaymentOutcome>): Promise<StatementReport | { refusal: Words }> {
  const read = await readStatement(file.bytes, file.name, account);
  if ('refusal' in read) return read;
  const outcomes: StatementReport['outcomes'] = {};
  for (const told of read.movements.flatMap(bankTransfer)) {
    const outcome = await apply(told);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { rows: read.movements.length, outcomes, problems: read.problems };
}
