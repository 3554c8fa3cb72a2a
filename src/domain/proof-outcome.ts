import type { IsoDate } from './calendar-day.ts';
import type { PublishedKey } from './published-key.ts';
import type { StatusValue } from './status-bitstring.ts';

/** What became of the signature itself. */
export type SignatureFinding =
  | 'fits'
  | 'tampered'
  | 'unknown-key'
  /** It fits, but what it signs is another certificate than the one that is shown. */
  | 'other-certificate'
  /** No credential in the form that this site writes. */
  | 'unreadable'
  /** Neither the browser nor the fallback can compute it. */
  | 'cannot-check'
  /** The signed certificate could not be fetched. */
  | 'no-proof'
  /** The site's keys could not be fetched. */
  | 'no-keys';

/** What became of the status list: not fetched, not to be trusted, or what it says. */
export type ListFinding = 'unreached' | 'broken' | { asOf: IsoDate; until: IsoDate; value: StatusValue };

export interface ProofEvidence {
  signature: SignatureFinding;
  key?: Pick<PublishedKey, 'retiredOn' | 'leaked'>;
  /** The last valid day that the signed certificate gives. */
  validUntil?: IsoDate;
  list?: ListFinding;
  /** The day of viewing, in Việt Nam. */
  today: IsoDate;
}

/** All that a check can end with; each has its words in src/i18n/proof-words.ts. The signature fits in those up to `retired-key`. */
export const PROOF_VERDICTS = [
  'matches',
  'expired',
  'revoked',
  'unconfirmed',
  'stale-list',
  'no-list',
  'broken-list',
  'retired-key',
  'leaked-key',
  'tampered',
  'unknown-key',
  'other-certificate',
  'unreadable',
  'cannot-check',
  'no-proof',
  'no-keys',
] as const;
export type ProofVerdict = (typeof PROOF_VERDICTS)[number];

export interface ProofOutcome {
  verdict: ProofVerdict;
  /** The day of the status list that was read. */
  listDay?: IsoDate;
  /** The key is no longer in use since. */
  retiredOn?: IsoDate;
  /** The last valid day has passed, whatever any list says. */
  endedOn?: IsoDate;
}

/** The worst that is known comes first; nothing is called held by a list that is out of date. */
export function proofOutcome({ signature, key, validUntil, list, today }: ProofEvidence): ProofOutcome {
  if (signature !== 'fits') return { verdict: signature };
  const retiredOn = key?.retiredOn !== undefined && key.retiredOn <= today ? key.retiredOn : undefined;
  const endedOn = validUntil !== undefined && validUntil < today ? validUntil : undefined;
  const read = typeof list === 'object' ? list : undefined;
  const known = {
    ...(read !== undefined && { listDay: read.asOf }),
    ...(retiredOn !== undefined && { retiredOn }),
    ...(endedOn !== undefined && { endedOn }),
  };
  if (key?.leaked === true) return { verdict: 'leaked-key', ...(key.retiredOn !== undefined && { retiredOn: key.retiredOn }) };
  if (read?.value === 'revoked') return { verdict: 'revoked', ...known };
  if (read?.value === 'expired' || endedOn !== undefined) return { verdict: 'expired', ...known };
  if (list === 'broken') return { verdict: 'broken-list', ...known };
  if (read === undefined) return { verdict: 'no-list', ...known };
  if (read.value === 'unconfirmed') return { verdict: 'unconfirmed', ...known };
  if (today > read.until) return { verdict: 'stale-list', ...known };
  return { verdict: retiredOn === undefined ? 'matches' : 'retired-key', ...known };
}
