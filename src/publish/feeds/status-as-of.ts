import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Certificate } from '../../domain/certificate.ts';
import { statusOn, type Status } from '../../domain/certificate-status.ts';

/** Certificates stay the same objects while their records do, and several files ask for the status of each on one day. */
const known = new WeakMap<Certificate, { day: IsoDate; status: Status }>();

export function statusAsOf(certificate: Certificate, day: IsoDate): Status {
  const kept = known.get(certificate);
  if (kept?.day === day) return kept.status;
  const { status } = statusOn(certificate, day);
  known.set(certificate, { day, status });
  return status;
}
