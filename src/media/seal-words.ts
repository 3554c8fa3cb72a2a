import { addDays, type IsoDate } from '../domain/calendar-day.ts';
import type { Certificate } from '../domain/certificate.ts';
import { holds, statusOn, type CertificateStatus } from '../domain/certificate-status.ts';
import { formatDate } from '../i18n/format-date.ts';
import { statusWords } from '../i18n/status-words.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { ShareSeal } from './share-card.ts';

/**
 * What a share image says of a certificate on a day; `undefined` while no source attests one.
 * Pictures outlive their day in other people's caches: the words give dates, never the time left.
 */
export function sealOf(certificate: Certificate | undefined, day: IsoDate, language: Language): ShareSeal {
  const t = translator(language);
  if (certificate === undefined) return { status: 'unconfirmed', words: capital(t('stars.unknown')) };
  const now = statusOn(certificate, day);
  const stars = certificate.stars === undefined ? capital(t('stars.unknown')) : t('stars.count', { count: certificate.stars });
  return {
    stars: certificate.stars,
    status: now.status,
    words: `${stars} · ${state(certificate, now, day, language)}`,
    detail: now.status === 'expired' ? t('product.notFoodExpiry') : undefined,
  };
}

function state(certificate: Certificate, now: CertificateStatus, day: IsoDate, language: Language): string {
  const dated = (vi: string, en: string, on: IsoDate): string => `${language === 'vi' ? vi : en} ${formatDate(on, language)}`;
  const { validUntil, revokedOn } = certificate;
  if (holds(now.status) && validUntil !== undefined) return dated('còn hiệu lực đến', 'valid until', validUntil);
  if (now.status === 'expired' && now.reason === 'term' && validUntil !== undefined) {
    return dated('hết hiệu lực từ', 'expired since', addDays(validUntil, 1));
  }
  if (now.status === 'revoked' && revokedOn !== undefined && revokedOn !== '') return dated('bị thu hồi từ', 'revoked from', revokedOn);
  return statusWords(now, certificate, day, language).state;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
