import type { Catalogue } from '../catalogue/catalogue.ts';
import { changedProducts } from '../catalogue/changed-products.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
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
/** By certificates, which stay the same objects while the records that they were worked out from do. */
const known = new WeakMap<readonly Certificate[], { asOf: IsoDate; standing: Standing }>();

/** Worked out once a day: lists of the whole register ask for it again and again. */
export function standingOf({ catalogue, asOf }: Pick<View, 'catalogue' | 'asOf'>, productId: string): Standing {
  const certificates = catalogue.certificatesOf(productId);
  const kept = known.get(certificates);
  if (kept?.asOf === asOf) return kept.standing;
  const certificate = certificateOn(certificates, asOf);
  const standing = certificate === undefined ? UNCONFIRMED : { certificate, status: statusOn(certificate, asOf).status };
  known.set(certificates, { asOf, standing });
  return standing;
}

/** How all products stand, in the catalogue's order. Of a catalogue that follows another on the same day few are looked at. */
export function standings(view: Pick<View, 'catalogue' | 'asOf'>): readonly Standing[] {
  const { catalogue, asOf } = view;
  if (last?.catalogue === catalogue && last.asOf === asOf) return last.standings;
  const changed = last?.asOf === asOf ? changedProducts(last.catalogue, catalogue) : undefined;
  const standingAt = (at: number): Standing => standingOf(view, catalogue.products[at]?.id ?? '');
  const all = changed === undefined ? catalogue.products.map((_, at) => standingAt(at)) : [...(last as Last).standings];
  for (const at of changed ?? []) all[at] = standingAt(at);
  last = { catalogue, asOf, standings: all };
  return all;
}

interface Last {
  catalogue: Catalogue;
  asOf: IsoDate;
  standings: readonly Standing[];
}

let last: Last | undefined;
