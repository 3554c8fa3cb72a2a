import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { statusOn, type Status } from '../domain/certificate-status.ts';
import type { View } from '../publish/view.ts';

/** How a product stands on the view's day. */
export interface Standing {
  /** The certificate that counts; undefined while no source attests any. */
  certificate: Certificate | undefined;
  status: Status;
}

const UNCONFIRMED: Standing = { certificate: undefined, status: 'unconfirmed' };
const kept = new WeakMap<View['catalogue'], { asOf: string; standings: Map<string, Standing> }>();

/** Worked out once for each product, catalogue and day: lists of the whole register ask for it again and again. */
export function standingOf({ catalogue, asOf }: Pick<View, 'catalogue' | 'asOf'>, productId: string): Standing {
  let known = kept.get(catalogue);
  if (known?.asOf !== asOf) kept.set(catalogue, (known = { asOf, standings: new Map() }));
  let standing = known.standings.get(productId);
  if (standing === undefined) {
    const certificate = certificateOn(catalogue.certificatesOf(productId), asOf);
    standing = certificate === undefined ? UNCONFIRMED : { certificate, status: statusOn(certificate, asOf).status };
    known.standings.set(productId, standing);
  }
  return standing;
}
