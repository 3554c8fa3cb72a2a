import { daysBetween, type IsoDate } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { EXPIRING_DAYS, statusOn } from '../domain/certificate-status.ts';
import type { Producer } from '../domain/producer.ts';
import type { Product } from '../domain/product.ts';
import type { Catalogue } from './catalogue.ts';

export interface EndingCertificate {
  product: Product;
  producer: Producer | undefined;
  certificate: Certificate;
  /** The last valid day. */
  validUntil: IsoDate;
  /** 0 on the last valid day, negative after it. */
  daysLeft: number;
}

/** The stars held on `day` that end within 180 days and have no successor yet, soonest first. */
export function expiringCertificates(catalogue: Catalogue, day: IsoDate): EndingCertificate[] {
  return endingCertificates(catalogue, day, 0, EXPIRING_DAYS);
}

/** The stars whose term ended at most `days` days ago without a successor, the latest first. */
export function lapsedCertificates(catalogue: Catalogue, day: IsoDate, days: number): EndingCertificate[] {
  return endingCertificates(catalogue, day, -days, -1).toSorted((a, b) => b.daysLeft - a.daysLeft);
}

/** Practice goods are left out; alcohol is not, its producer must renew like any other. */
function endingCertificates(catalogue: Catalogue, day: IsoDate, least: number, most: number): EndingCertificate[] {
  return catalogue.products
    .filter(({ sample }) => !sample)
    .flatMap((product) => {
      const certificate = certificateOn(catalogue.certificatesOf(product.id), day);
      const validUntil = certificate?.validUntil;
      if (certificate === undefined || validUntil === undefined || certificate.successor !== undefined) return [];
      const daysLeft = daysBetween(day, validUntil);
      if (statusOn(certificate, day).reason !== 'term' || daysLeft < least || daysLeft > most) return [];
      const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
      return [{ product, producer, certificate, validUntil, daysLeft }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || a.product.name.localeCompare(b.product.name, 'vi'));
}
