import { addDays, monthsAndDays, type IsoDate } from '../domain/calendar-day.ts';
import type { CertificateStatus, CertificateTerm } from '../domain/certificate-status.ts';
import { formatDate } from './format-date.ts';
import type { StatusWords } from './status-words.ts';

/** See {@link StatusWords}. */
export function statusWordsVi({ status, reason }: CertificateStatus, term: CertificateTerm, day: IsoDate): StatusWords {
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

function dated(day: IsoDate | undefined, prefix: string): string {
  return day === undefined || day === '' ? '' : `${prefix}${formatDate(day, 'vi')}`;
}

function remainingVi(day: IsoDate, last: IsoDate): string {
  const { months, days } = monthsAndDays(day, last);
  if (months === 0 && days === 0) return 'hôm nay là ngày cuối';
  return `còn ${[months > 0 && `${months} tháng`, days > 0 && `${days} ngày`].filter(Boolean).join(' ')}`;
}
