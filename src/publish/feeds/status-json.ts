import { openBlocks } from '../../catalogue/blocks.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Certificate } from '../../domain/certificate.ts';
import type { Status } from '../../domain/certificate-status.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import type { StatusIndex } from '../../domain/status-index.ts';
import { allCertificates } from './all-certificates.ts';
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

const blocks = openBlocks<Certificate, string>();

/** /data/status.json: every certificate that ever counted, by id. */
export function statusJson({ catalogue, asOf, statusIndex }: StatusFeedContext): string {
  const certificates = allCertificates(catalogue);
  const entryText = (certificate: Certificate): string => JSON.stringify(entryOf(certificate, asOf, statusIndex.get(certificate.id)));
  const entries = blocks(certificates, [asOf, statusIndex], (from, to) => certificates.slice(from, to).map(entryText).join());
  return `${JSON.stringify({ snapshot: catalogue.snapshot, asOf }).slice(0, -1)},"certificates":[${entries.join()}]}`;
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
