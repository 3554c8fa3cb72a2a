import type { IsoDate } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { statusOn } from '../domain/certificate-status.ts';
import type { Producer } from '../domain/producer.ts';
import type { Product } from '../domain/product.ts';
import type { Catalogue } from './catalogue.ts';

export interface ExpiringCertificate {
  product: Product;
  producer: Producer | undefined;
  certificate: Certificate;
  /** The last valid day. */
  validUntil: IsoDate;
  /** 0 on the last valid day, at most 180. */
  daysLeft: number;
}

/**
 * The stars held on `day` that end within 180 days and have no successor yet: the office's work list, soonest first.
 * Practice goods are left out; alcohol is not, its producer must renew like any other.
 */
export function expiringCertificates(catalogue: Catalogue, day: IsoDate): ExpiringCertificate[] {
  return catalogue.products
    .filter(({ sample }) => !sample)
    .flatMap((product) => {
      const certificate = certificateOn(catalogue.certificatesOf(product.id), day);
      if (certificate === undefined || certificate.successor !== undefined) return [];
      const { status, daysLeft } = statusOn(certificate, day);
      if (status !== 'expiring' || daysLeft === undefined) return [];
      const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
      return [{ product, producer, certificate, validUntil: certificate.validUntil as IsoDate, daysLeft }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || a.product.name.localeCompare(b.product.name, 'vi'));
}
