import { createHash } from 'node:crypto';
import { plainAccount } from '../bank-reference.ts';

export interface NamedRow {
  account: string;
  day: string;
  /** Below zero: out. */
  amountDong: number;
  content: string;
  reference: string | undefined;
  balance: string;
}

/**
 * A name for each row that is the same whenever the same row is read again: by the bank's reference, else by what
 * stands in it. What stands there twice is counted, so that two equal payments of one day stay two.
 */
export function movementNames(rows: readonly NamedRow[]): { eventId: string; reference: string | undefined }[] {
  const seen = new Map<string, number>();
  return rows.map(({ account, day, amountDong, content, reference, balance }) => {
    const own = reference ?? `row-${createHash('sha256').update(JSON.stringify([day, amountDong, content, balance])).digest('hex').slice(0, 24)}`;
    const nth = (seen.get(own) ?? 0) + 1;
    seen.set(own, nth);
    const name = nth === 1 ? own : `${own}+${nth}`;
    return { eventId: `bank:${plainAccount(account)}:${name}`, reference: reference === undefined ? undefined : name };
  });
}
