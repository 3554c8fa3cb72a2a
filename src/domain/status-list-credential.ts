import { addDays, dayInVietnam, type IsoDate } from './calendar-day.ts';
import { isIsoDate } from './date-text.ts';

/**
 * Days for which a signed status list is current, its own day included. A site that lives makes a new one at least every
 * seven days; twice that lets a machine be off for a week without a warning that means nothing.
 */
export const LIST_DAYS = 14;

/** The last day on which the list of a day is current. */
export function lastDayOfList(asOf: IsoDate): IsoDate {
  return addDays(asOf, LIST_DAYS - 1);
}

/** What a reader needs of a signed status list. */
export interface SignedStatusList {
  id: string;
  issuer: string;
  asOf: IsoDate;
  /** The last day on which it is current. */
  until: IsoDate;
  /** Multibase base64url of the gzip. */
  encodedList: string;
}

/** Undefined for a payload that is no status list as this site signs them; never throws. */
export function readSignedStatusList(payload: Readonly<Record<string, unknown>>): SignedStatusList | undefined {
  const { id, issuer, validUntil, credentialSubject } = payload;
  if (typeof credentialSubject !== 'object' || credentialSubject === null) return undefined;
  const { type, asOf, encodedList } = credentialSubject as Record<string, unknown>;
  const instant = typeof validUntil === 'string' ? Date.parse(validUntil) : NaN;
  const until = Number.isNaN(instant) ? '' : dayInVietnam(instant);
  if (type !== 'BitstringStatusList' || typeof id !== 'string' || typeof issuer !== 'string' || typeof encodedList !== 'string') return undefined;
  if (typeof asOf !== 'string' || !isIsoDate(asOf) || !isIsoDate(until)) return undefined;
  return { id, issuer, asOf, until, encodedList };
}
