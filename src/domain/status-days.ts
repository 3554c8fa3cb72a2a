import { addDays, firstDayOf, type IsoDate } from './calendar-day.ts';
import { certificateOn, type Certificate } from './certificate.ts';
import { EXPIRING_DAYS, statusOn, type CertificateTerm } from './certificate-status.ts';

/** The certificates of one product, oldest first. */
export interface ProductCertificates {
  productId: string;
  certificates: readonly Certificate[];
}

/** What a day brings: seen on the day before and on the day, these read differently. */
export interface StatusDay {
  day: IsoDate;
  /** Products with such a certificate, or for which another certificate counts from this day on; sorted. */
  products: readonly string[];
  /** Certificates whose status, or the reason for it, is another one; sorted. */
  certificates: readonly string[];
}

/**
 * The days after `from`, up to and including `to`, on which any status changes, in order, each with what changes on it.
 * Exact: worked out from the terms alone, without looking at the days between.
 */
export function statusDays(register: Iterable<ProductCertificates>, from: IsoDate, to: IsoDate): StatusDay[] {
  const days = new Map<IsoDate, { products: Set<string>; certificates: Set<string> }>();
  for (const { productId, certificates } of register) {
    for (const { day, certificateId } of changesOf(certificates, from, to)) {
      const found = days.get(day) ?? { products: new Set(), certificates: new Set() };
      days.set(day, found);
      found.products.add(productId);
      if (certificateId !== undefined) found.certificates.add(certificateId);
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { products, certificates }]) => ({ day, products: [...products].sort(), certificates: [...certificates].sort() }));
}

/** The first day after `from` on which any status changes; undefined when nothing is dated later. */
export function nextStatusDay(register: Iterable<ProductCertificates>, from: IsoDate): IsoDate | undefined {
  let next: IsoDate | undefined;
  for (const { certificates } of register) {
    for (const { day } of changesOf(certificates, from, next ?? LAST_DAY)) if (next === undefined || day < next) next = day;
  }
  return next;
}

/** The last day that an ISO date of four digits can name. */
const LAST_DAY = '9999-12-31';

interface Change {
  day: IsoDate;
  /** Undefined: only which certificate counts is another one. */
  certificateId?: string;
}

function* changesOf(certificates: readonly Certificate[], from: IsoDate, to: IsoDate): Generator<Change> {
  const within = (day: IsoDate): boolean => day > from && day <= to;
  for (const certificate of certificates) {
    for (const day of edgesOf(certificate)) {
      if (within(day) && !sameStatus(certificate, day)) yield { day, certificateId: certificate.id };
    }
  }
  for (const day of new Set(certificates.flatMap(countsFrom))) {
    if (within(day) && certificateOn(certificates, day) !== certificateOn(certificates, addDays(day, -1))) yield { day };
  }
}

/** Every day on which the status of a term can differ from that of the day before. */
function edgesOf(term: CertificateTerm): Set<IsoDate> {
  return new Set(
    [
      term.grantedOn,
      term.validUntil && addDays(term.validUntil, -EXPIRING_DAYS),
      term.validUntil && addDays(term.validUntil, 1),
      term.heldAtMostUntil && addDays(term.heldAtMostUntil, 1),
      term.lapsedBy,
      term.revokedOn,
      term.replacedOn,
    ].filter((day) => day !== undefined && day !== ''),
  ) as Set<IsoDate>;
}

/** The first day on which it can count for its product; none for one without any date, which always existed. */
function countsFrom({ grantedOn, attestedOn }: Certificate): IsoDate[] {
  const from = grantedOn ?? (attestedOn === undefined ? undefined : firstDayOf(attestedOn));
  return from === undefined ? [] : [from];
}

function sameStatus(term: CertificateTerm, day: IsoDate): boolean {
  const [before, now] = [statusOn(term, addDays(day, -1)), statusOn(term, day)];
  return before.status === now.status && before.reason === now.reason;
}
