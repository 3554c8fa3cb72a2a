import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Certificate } from '../../domain/certificate.ts';
import { statusOn, type Status } from '../../domain/certificate-status.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import type { StatusIndex } from '../../domain/status-index.ts';

/** One certificate in /data/status.json; what nobody knows is absent. */
export interface StatusEntry {
  id: string;
  product: string;
  stars?: StarLevel | undefined;
  /** On the file's `asOf` day; the dates let a reader compute it for any other. */
  status: Status;
  grantedOn?: IsoDate | undefined;
  /** The last valid day, in Việt Nam. */
  validUntil?: IsoDate | undefined;
  heldAtMostUntil?: IsoDate | undefined;
  lapsedBy?: IsoDate | undefined;
  /** Absent, although the status is `revoked`, where no source gives the day. */
  revokedOn?: IsoDate | undefined;
  replacedOn?: IsoDate | undefined;
  /** The entry in /data/status-list.json. */
  index?: number | undefined;
  sample?: true | undefined;
}

/** /data/status.json: every certificate that ever counted, by id. */
export function statusJson({ catalogue, asOf, statusIndex }: StatusFeedContext) {
  return {
    snapshot: catalogue.snapshot,
    asOf,
    certificates: allCertificates(catalogue).map((certificate): StatusEntry => ({
      id: certificate.id,
      product: certificate.productId,
      stars: certificate.stars,
      status: statusOn(certificate, asOf).status,
      grantedOn: certificate.grantedOn,
      validUntil: certificate.validUntil,
      heldAtMostUntil: certificate.heldAtMostUntil,
      lapsedBy: certificate.lapsedBy,
      revokedOn: certificate.revokedOn || undefined,
      replacedOn: certificate.replacedOn || undefined,
      index: statusIndex.get(certificate.id),
      sample: certificate.sample || undefined,
    })),
  };
}

export interface StatusFeedContext {
  catalogue: Catalogue;
  asOf: IsoDate;
  statusIndex: StatusIndex;
}

/** Sorted by id, practice certificates among them. */
export function allCertificates(catalogue: Catalogue): Certificate[] {
  return catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
