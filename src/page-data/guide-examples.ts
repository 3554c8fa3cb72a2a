import type { IsoDate } from '../domain/calendar-day.ts';
import { addMonths } from '../domain/calendar-day.ts';
import { VALID_MONTHS, type Certificate } from '../domain/certificate.ts';
import type { Status } from '../domain/certificate-status.ts';
import type { Language } from '../paths.ts';
import { certificateView, type CertificateView } from './certificate-view.ts';

const GRANTED_ON: IsoDate = '2023-11-14';

/** A certificate of no product, granted on 14/11/2023: it explains, it is never counted or listed. */
const EXAMPLE: Certificate = {
  id: 'example',
  productId: 'example',
  stars: 3,
  grantedBy: 'recognition',
  grantedOn: GRANTED_ON,
  validUntil: addMonths(GRANTED_ON, VALID_MONTHS),
  basis: 'read',
  sources: [],
  sample: true,
};

/** The example as a page of that day shows it. */
export function exampleDay(day: IsoDate, language: Language): CertificateView {
  return still(certificateView(EXAMPLE, day, language));
}

/** The example in a status, on a day when it has it. */
export function exampleOf(status: Status, language: Language): CertificateView {
  switch (status) {
    case 'valid':
      return exampleDay('2025-05-14', language);
    case 'expiring':
      return exampleDay('2026-10-05', language);
    case 'expired':
      return exampleDay('2026-11-15', language);
    case 'revoked':
      return still(certificateView({ ...EXAMPLE, revokedOn: '2025-03-01' }, '2025-05-14', language));
    case 'unconfirmed':
      return still(certificateView({ ...EXAMPLE, grantedOn: undefined, validUntil: undefined }, '2025-05-14', language));
  }
}

/** Keeps its day: without one in the attributes the browser does not compute it for today. */
function still(view: CertificateView): CertificateView {
  return { ...view, attributes: { 'data-status': view.now.status } };
}
