import type { Catalogue } from '../../catalogue/catalogue.ts';
import { remember } from '../../catalogue/remember.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Certificate } from '../../domain/certificate.ts';
import type { Status } from '../../domain/certificate-status.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import type { StatusIndex } from '../../domain/status-index.ts';
import { statusAsOf } from './status-as-of.ts';

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

/** /data/status.json: every certificate that ever counted, by id. Of one that shows the same as last time the text is remembered. */
export function statusJson({ catalogue, asOf, statusIndex }: StatusFeedContext): string {
  const entries = allCertificates(catalogue).map((certificate) => entryText(certificate, asOf, statusIndex.get(certificate.id)));
  return `${JSON.stringify({ snapshot: catalogue.snapshot, asOf }).slice(0, -1)},"certificates":[${entries.join(',')}]}`;
}

const texts = new WeakMap<Certificate, { asOf: IsoDate; index: number | undefined; text: string }>();

function entryText(certificate: Certificate, asOf: IsoDate, index: number | undefined): string {
  const kept = texts.get(certificate);
  if (kept?.asOf === asOf && kept.index === index) return kept.text;
  const text = JSON.stringify(entryOf(certificate, asOf, index));
  texts.set(certificate, { asOf, index, text });
  return text;
}

function entryOf(certificate: Certificate, asOf: IsoDate, index: number | undefined): StatusEntry {
  return {
    id: certificate.id,
    product: certificate.productId,
    stars: certificate.stars,
    status: statusAsOf(certificate, asOf),
    grantedOn: certificate.grantedOn,
    validUntil: certificate.validUntil,
    heldAtMostUntil: certificate.heldAtMostUntil,
    lapsedBy: certificate.lapsedBy,
    revokedOn: certificate.revokedOn || undefined,
    replacedOn: certificate.replacedOn || undefined,
    index,
    sample: certificate.sample || undefined,
  };
}

export interface StatusFeedContext {
  catalogue: Catalogue;
  asOf: IsoDate;
  statusIndex: StatusIndex;
}

/** Sorted by id, practice certificates among them. */
export const allCertificates = remember((catalogue: Catalogue): readonly Certificate[] =>
  catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
);
