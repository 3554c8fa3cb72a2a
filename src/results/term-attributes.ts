import type { IsoDate } from '../domain/calendar-day.ts';
import type { CertificateStatus, CertificateTerm } from '../domain/certificate-status.ts';
import type { Language } from '../paths.ts';

/** What an element carries so that the browser can work out its status again on the day of viewing. */
export function termAttributes(term: CertificateTerm, now: CertificateStatus, asOf: IsoDate, language: Language): Record<string, string> {
  const days: Record<string, string | undefined> = {
    'data-status': now.status,
    'data-reason': now.reason,
    'data-as-of': asOf,
    'data-language': language,
    'data-granted': term.grantedOn,
    'data-until': term.validUntil,
    'data-at-most': term.heldAtMostUntil,
    'data-lapsed': term.lapsedBy,
    'data-revoked': term.revokedOn,
    'data-replaced': term.replacedOn,
  };
  return Object.fromEntries(Object.entries(days).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
