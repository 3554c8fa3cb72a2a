import { addDays, monthsAndDays, type IsoDate } from '../domain/calendar-day.ts';
import type { CertificateStatus, CertificateTerm } from '../domain/certificate-status.ts';
import { formatDate } from './format-date.ts';
import type { StatusWords } from './status-words.ts';

/** See {@link StatusWords}. */
export function statusWordsEn({ status, reason }: CertificateStatus, term: CertificateTerm, day: IsoDate): StatusWords {
  const date = (iso: IsoDate | undefined): string => (iso === undefined ? '' : formatDate(iso, 'en'));
  switch (status) {
    case 'valid':
    case 'expiring': {
      const left = remainingEn(day, term.validUntil as IsoDate);
      return {
        state: status === 'valid' ? 'valid' : 'expiring soon',
        pill: status === 'valid' ? `until ${date(term.validUntil)}` : left,
        sentence: `Valid through ${date(term.validUntil)}.`,
        remaining: left,
      };
    }
    case 'revoked':
      return { state: 'revoked', pill: 'revoked', sentence: `Revoked from ${date(term.revokedOn)}.`, remaining: '' };
    case 'unconfirmed':
      return {
        state: 'validity not confirmed',
        pill: 'not confirmed',
        sentence: unconfirmedEn(reason, term),
        remaining: '',
      };
    case 'expired':
      return expiredEn(reason, term);
  }
}

function unconfirmedEn(reason: CertificateStatus['reason'], term: CertificateTerm): string {
  if (reason === 'not-yet') return `The recognition decision is dated ${formatDate(term.grantedOn as IsoDate, 'en')}, which has not come yet.`;
  if (reason === 'inferred-term') return 'The date of the decision was not read, so validity is not confirmed.';
  return 'The date of recognition is unknown, so validity is not confirmed.';
}

function expiredEn(reason: CertificateStatus['reason'], term: CertificateTerm): StatusWords {
  const state = 'expired';
  if (reason === 'replaced') {
    const from = term.replacedOn === undefined || term.replacedOn === '' ? '' : ` from ${formatDate(term.replacedOn, 'en')}`;
    return { state: 'replaced', pill: 'replaced', sentence: `Replaced by a later certificate${from}.`, remaining: '' };
  }
  if (reason === 'lapsed-by-source') {
    return { state, pill: 'expired', sentence: `A source says that by ${formatDate(term.lapsedBy as IsoDate, 'en')} the star had lapsed.`, remaining: '' };
  }
  if (reason === 'inferred-term') {
    const last = formatDate(term.heldAtMostUntil as IsoDate, 'en');
    return { state, pill: 'expired', sentence: `The OCOP star ended after ${last} at the latest, inferred from when the source attests it.`, remaining: '' };
  }
  const from = formatDate(addDays(term.validUntil as IsoDate, 1), 'en');
  return { state, pill: `expired ${from}`, sentence: `The OCOP star expired: not valid from ${from} on.`, remaining: '' };
}

function remainingEn(day: IsoDate, last: IsoDate): string {
  const { months, days } = monthsAndDays(day, last);
  if (months === 0 && days === 0) return 'last day today';
  const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
  return `${[months > 0 && count(months, 'month'), days > 0 && count(days, 'day')].filter(Boolean).join(' ')} left`;
}
