import { firstDayOf, lastDayOf, type IsoDate, type PartialDate } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { holds, statusOn } from '../domain/certificate-status.ts';
import type { Lot } from '../domain/lot.ts';

/** How the star stood when a lot was packed; `unclear` also where it changed within the month or year that is known. */
export type StarAtPacking = 'held' | 'ended' | 'revoked' | 'not-yet' | 'unclear';

export function starAtPacking(certificates: readonly Certificate[], packed: PartialDate): StarAtPacking {
  const [first, last] = [standingOn(certificates, firstDayOf(packed)), standingOn(certificates, lastDayOf(packed))];
  return first.star === last.star && first.certificate === last.certificate ? first.star : 'unclear';
}

/** As declared, else the day of the step; undefined where neither says it. */
export function packedOn(lot: Lot): PartialDate | undefined {
  return lot.packedOn ?? lot.steps.findLast((step) => step.kind === 'packing')?.on;
}

interface Standing {
  certificate: Certificate | undefined;
  star: StarAtPacking;
}

function standingOn(certificates: readonly Certificate[], day: IsoDate): Standing {
  const certificate = certificateOn(certificates, day);
  if (certificate === undefined) return { certificate, star: certificates.length === 0 ? 'unclear' : 'not-yet' };
  const { status, reason } = statusOn(certificate, day);
  if (holds(status)) return { certificate, star: 'held' };
  if (status === 'unconfirmed') return { certificate, star: reason === 'not-yet' ? 'not-yet' : 'unclear' };
  return { certificate, star: status === 'revoked' ? 'revoked' : 'ended' };
}
