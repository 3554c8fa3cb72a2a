import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { holds, statusOn } from '../../domain/certificate-status.ts';
import { issuerName } from '../../i18n/issuer-name.ts';
import { certificatePath } from '../../paths.ts';
import type { LotSource } from './epcis-names.ts';

/**
 * The OCOP star that counts on a day in the words of the GS1 Web Vocabulary (gs1:CertificationDetails). What is unknown
 * is absent: a star of which no dated decision is known has no status.
 */
export function certificationDetails({ catalogue, siteUrl, product }: LotSource, asOf: IsoDate): Record<string, string> | undefined {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  if (certificate?.stars === undefined) return undefined;
  const { status } = statusOn(certificate, asOf);
  const details: Record<string, string | undefined> = {
    type: 'gs1:CertificationDetails',
    'gs1:certificationStandard': 'OCOP',
    'gs1:certificationValue': String(certificate.stars),
    'gs1:certificationAgency': issuerName(certificate.issuer, 'vi'),
    'gs1:certificationIdentification': certificate.number,
    'gs1:certificationStartDate': certificate.grantedOn,
    'gs1:certificationEndDate': certificate.validUntil,
    'gs1:certificationStatus': status === 'unconfirmed' ? undefined : holds(status) ? 'ACTIVE' : 'INACTIVE',
    'gs1:certificationURI': siteUrl + certificatePath('vi', certificate.id),
  };
  return Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
