import { daysBetween, type IsoDate } from './calendar-day.ts';

export type Status = 'valid' | 'expiring' | 'expired' | 'revoked' | 'unconfirmed';

/** A certificate counts as expiring in its last 180 days. */
export const EXPIRING_DAYS = 180;

/** The days that decide a certificate's status; all that a page must carry to compute it on the day of viewing. */
export interface CertificateTerm {
  /** The day of the decision. */
  grantedOn?: IsoDate;
  /** The last valid day; expired from 00:00 of the next day, Việt Nam time. */
  validUntil?: IsoDate;
  /** Without a dated decision: the last day on which it can still hold, 36 months after its evidence. */
  heldAtMostUntil?: IsoDate;
  /** A source says that it had lapsed by this day. */
  lapsedBy?: IsoDate;
  revokedOn?: IsoDate;
  /** A renewal, upgrade or downgrade took its place from this day on. */
  replacedOn?: IsoDate;
}

/** Why the status is what it is; pages choose their words by it. */
export type StatusReason = 'term' | 'lapsed-by-source' | 'inferred-term' | 'revoked' | 'replaced' | 'no-date' | 'not-yet';

export interface CertificateStatus {
  status: Status;
  reason: StatusReason;
  /** Days until the last valid day, 0 on that day; only while valid or expiring. */
  daysLeft?: number;
}

/** The status on a day. Valid for 36 months, the last day included (Decision 148/QĐ-TTg). */
export function statusOn(term: CertificateTerm, day: IsoDate): CertificateStatus {
  if (term.revokedOn !== undefined && day >= term.revokedOn) return { status: 'revoked', reason: 'revoked' };
  if (term.replacedOn !== undefined && day >= term.replacedOn) return { status: 'expired', reason: 'replaced' };
  if (term.lapsedBy !== undefined && day >= term.lapsedBy) return { status: 'expired', reason: 'lapsed-by-source' };
  if (term.grantedOn !== undefined && day < term.grantedOn) return { status: 'unconfirmed', reason: 'not-yet' };
  if (term.validUntil !== undefined) return statusByTerm(term.validUntil, day);
  if (term.heldAtMostUntil === undefined) return { status: 'unconfirmed', reason: 'no-date' };
  return day > term.heldAtMostUntil
    ? { status: 'expired', reason: 'inferred-term' }
    : { status: 'unconfirmed', reason: 'inferred-term' };
}

/** True while the star is held: valid or expiring. */
export function holds(status: Status): boolean {
  return status === 'valid' || status === 'expiring';
}

function statusByTerm(validUntil: IsoDate, day: IsoDate): CertificateStatus {
  const daysLeft = daysBetween(day, validUntil);
  if (daysLeft < 0) return { status: 'expired', reason: 'term' };
  return { status: daysLeft <= EXPIRING_DAYS ? 'expiring' : 'valid', reason: 'term', daysLeft };
}
