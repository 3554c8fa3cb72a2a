import type { IsoDate } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { statusOn, type CertificateStatus } from '../domain/certificate-status.ts';
import { elapsedShare } from '../domain/elapsed-share.ts';
import { statusWords, type StatusWords } from '../i18n/status-words.ts';
import type { View } from '../publish/view.ts';
import type { Language } from '../paths.ts';
import { termAttributes } from '../results/term-attributes.ts';

/** A certificate as a page shows it on its as-of day; `attributes` let the browser compute it again. */
export interface CertificateView {
  certificate: Certificate;
  now: CertificateStatus;
  words: StatusWords;
  attributes: Record<string, string>;
  /** Share of the term that has passed on the as-of day, 0 to 1; undefined without both ends. */
  elapsed?: number;
}

/** The certificate that counts for a product on the view's day; undefined while no source attests any. */
export function currentCertificate(view: View, productId: string, language: Language): CertificateView | undefined {
  const certificate = certificateOn(view.catalogue.certificatesOf(productId), view.asOf);
  return certificate === undefined ? undefined : certificateView(certificate, view.asOf, language);
}

export function certificateView(certificate: Certificate, asOf: IsoDate, language: Language): CertificateView {
  const now = statusOn(certificate, asOf);
  return {
    certificate,
    now,
    words: statusWords(now, certificate, asOf, language),
    attributes: termAttributes(certificate, now, asOf, language),
    elapsed: elapsedShare(certificate, asOf),
  };
}
