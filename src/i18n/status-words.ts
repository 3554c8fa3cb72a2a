import { addDays, monthsAndDays, type IsoDate } from '../domain/calendar-day.ts';
import type { CertificateStatus, CertificateTerm } from '../domain/certificate-status.ts';
import { formatDate } from './format-date.ts';
import type { Language } from '../paths.ts';

/** What a reader is told about a certificate on a day; the browser computes the same words again. */
export interface StatusWords {
  /** One phrase: "còn hiệu lực". */
  state: string;
  /** For a pill on a card: "đến 15/10/2027". */
  pill: string;
  /** One sentence with its day: "Còn hiệu lực đến hết ngày 15/10/2027." */
  sentence: string;
  /** "còn 10 tháng 24 ngày"; empty when nothing is left to count. */
  remaining: string;
}

export function statusWords(now: CertificateStatus, term: CertificateTerm, day: IsoDate, language: Language): StatusWords {
  return (language === 'vi' ? vietnamese : english)(now, term, day);
}

function vietnamese({ status, reason }: CertificateStatus, term: CertificateTerm, day: IsoDate): StatusWords {
  const date = (iso: IsoDate | undefined): string => (iso === undefined ? '' : formatDate(iso, 'vi'));
  switch (status) {
    case 'valid':
    case 'expiring': {
      const left = remainingVi(day, term.validUntil as IsoDate);
      return {
        state: status === 'valid' ? 'còn hiệu lực' : 'sắp hết hiệu lực',
        pill: status === 'valid' ? `đến ${date(term.validUntil)}` : left,
        sentence: `Còn hiệu lực đến hết ngày ${date(term.validUntil)}.`,
        remaining: left,
      };
    }
    case 'revoked':
      return { state: 'bị thu hồi', pill: 'bị thu hồi', sentence: `Bị thu hồi từ ${date(term.revokedOn)}.`, remaining: '' };
    case 'unconfirmed':
      return {
        state: 'chưa xác nhận được hiệu lực',
        pill: 'chưa xác nhận',
        sentence: unconfirmedVi(reason, term),
        remaining: '',
      };
    case 'expired':
      return expiredVi(reason, term);
  }
}

function unconfirmedVi(reason: CertificateStatus['reason'], term: CertificateTerm): string {
  if (reason === 'not-yet') return `Quyết định công nhận có ngày ${formatDate(term.grantedOn as IsoDate, 'vi')}, chưa đến ngày ấy.`;
  if (reason === 'inferred-term') return 'Chưa đọc được ngày quyết định nên chưa xác nhận được hiệu lực.';
  return 'Chưa rõ ngày công nhận nên chưa xác nhận được hiệu lực.';
}

function expiredVi(reason: CertificateStatus['reason'], term: CertificateTerm): StatusWords {
  const state = 'hết hiệu lực';
  if (reason === 'replaced') {
    return { state: 'đã được thay thế', pill: 'đã thay thế', sentence: `Đã được thay bằng giấy chứng nhận sau${dated(term.replacedOn, ' từ ')}.`, remaining: '' };
  }
  if (reason === 'lapsed-by-source') {
    return { state, pill: 'hết hiệu lực', sentence: `Nguồn cho biết đến ${formatDate(term.lapsedBy as IsoDate, 'vi')} sao đã hết hiệu lực.`, remaining: '' };
  }
  if (reason === 'inferred-term') {
    const last = formatDate(term.heldAtMostUntil as IsoDate, 'vi');
    return { state, pill: 'hết hiệu lực', sentence: `Sao OCOP hết hiệu lực muộn nhất sau ngày ${last}, suy ra từ thời điểm nguồn ghi nhận.`, remaining: '' };
  }
  const from = formatDate(addDays(term.validUntil as IsoDate, 1), 'vi');
  return { state, pill: `hết từ ${from}`, sentence: `Sao OCOP hết hiệu lực từ ${from}.`, remaining: '' };
}

function english({ status, reason }: CertificateStatus, term: CertificateTerm, day: IsoDate): StatusWords {
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

function dated(day: IsoDate | undefined, prefix: string): string {
  return day === undefined || day === '' ? '' : `${prefix}${formatDate(day, 'vi')}`;
}

function remainingVi(day: IsoDate, last: IsoDate): string {
  const { months, days } = monthsAndDays(day, last);
  if (months === 0 && days === 0) return 'hôm nay là ngày cuối';
  return `còn ${[months > 0 && `${months} tháng`, days > 0 && `${days} ngày`].filter(Boolean).join(' ')}`;
}

function remainingEn(day: IsoDate, last: IsoDate): string {
  const { months, days } = monthsAndDays(day, last);
  if (months === 0 && days === 0) return 'last day today';
  const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
  return `${[months > 0 && count(months, 'month'), days > 0 && count(days, 'day')].filter(Boolean).join(' ')} left`;
}
