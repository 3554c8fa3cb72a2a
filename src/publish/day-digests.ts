import type { Catalogue } from '../catalogue/catalogue.ts';
import { changedProducts } from '../catalogue/changed-products.ts';
import { firstDayOf, type IsoDate, type PartialDate } from '../domain/calendar-day.ts';
import { certificateOn, type Certificate } from '../domain/certificate.ts';
import { statusOn } from '../domain/certificate-status.ts';
import type { StarLevel } from '../domain/star-level.ts';
import type { InputKey } from './input-key.ts';
import type { View } from './view.ts';

/** A product as pages show it on one day. */
export interface ShownProduct {
  /** Changes when anything of it that a page can show does: record, certificates, statuses, producer, place, photographs. */
  digest: string;
  /** What the day decides of it. */
  states: string;
  /** Of the certificate that counts on the day. */
  stars: StarLevel | undefined;
}

/** All products in the catalogue's order, by their ids and by their keys as inputs of pages. */
export interface ShownProducts {
  byId: ReadonlyMap<string, ShownProduct>;
  byKey: ReadonlyMap<InputKey, ShownProduct>;
}

type Shown = Pick<View, 'catalogue' | 'asOf' | 'photographs'>;

/**
 * Worked out once for a catalogue and day. `before`: a catalogue for which it was, on the same day; then only products that
 * changed since, or that have photographs, are looked at.
 */
export function shownProducts(view: Shown, before?: Catalogue): ShownProducts {
  const kept = last.get(view.catalogue);
  if (kept?.asOf === view.asOf && kept.photographs === view.photographs) return kept.shown;
  const shown = (before && showChanged(view, before)) ?? showAll(view);
  last.set(view.catalogue, { asOf: view.asOf, photographs: view.photographs, shown });
  return shown;
}

const last = new WeakMap<Catalogue, { asOf: IsoDate; photographs: View['photographs']; shown: ShownProducts }>();

function showAll(view: Shown): ShownProducts {
  const byId = new Map<string, ShownProduct>();
  const byKey = new Map<InputKey, ShownProduct>();
  for (const { id } of view.catalogue.products) {
    const shown = show(id, view);
    byId.set(id, shown);
    byKey.set(`product:${id}`, shown);
  }
  return { byId, byKey };
}

function showChanged(view: Shown, before: Catalogue): ShownProducts | undefined {
  const known = last.get(before);
  const positions = known?.asOf === view.asOf ? changedProducts(before, view.catalogue) : undefined;
  if (known === undefined || positions === undefined) return undefined;
  const ids = new Set(positions.map((at) => view.catalogue.products[at]?.id as string));
  for (const id of [...(known.photographs?.keys() ?? []), ...(view.photographs?.keys() ?? [])]) if (known.shown.byId.has(id)) ids.add(id);
  if (ids.size === 0) return known.shown;
  const byId = new Map(known.shown.byId);
  const byKey = new Map(known.shown.byKey);
  for (const id of ids) {
    const shown = show(id, view);
    if (byId.get(id)?.digest === shown.digest) continue;
    byId.set(id, shown);
    byKey.set(`product:${id}`, shown);
  }
  return { byId, byKey };
}

function show(id: string, { catalogue, asOf, photographs }: Shown): ShownProduct {
  const { states, stars } = statesOn(catalogue.certificatesOf(id), asOf);
  const pictures = photographs?.get(id)?.map(({ derivatives }) => derivatives.hash).join() ?? '';
  return { digest: `${catalogue.digest(`product:${id}`)} ${states} ${pictures}`, states, stars };
}

interface States {
  day: IsoDate;
  states: string;
  stars: StarLevel | undefined;
}

/** Certificates stay the same objects while their records do not change, and one day is asked for again and again. */
const remembered = new WeakMap<readonly Certificate[], States>();

/**
 * All that a day decides about a product's certificates: which counts, each status with its reason, and which of the
 * events that are known by their days alone have come. What runs on with every day (days left, the bar) is left out:
 * the browser says it for the day of viewing.
 */
function statesOn(certificates: readonly Certificate[], day: IsoDate): States {
  const known = remembered.get(certificates);
  if (known?.day === day) return known;
  const current = certificateOn(certificates, day);
  const each = certificates.map((certificate) => {
    const { status, reason } = statusOn(certificate, day);
    const { grantedOn, attestedOn, reEvaluationFiledOn, revocationAttestedOn } = certificate;
    const come = [grantedOn ?? attestedOn, reEvaluationFiledOn, revocationAttestedOn].map((on) => hasCome(on, day)).join('');
    return `${status}/${reason}/${come}${certificate === current ? '*' : ''}`;
  });
  const states = { day, states: each.join(), stars: current?.stars };
  remembered.set(certificates, states);
  return states;
}

function hasCome(on: PartialDate | undefined, day: IsoDate): 0 | 1 {
  return on === undefined || firstDayOf(on) <= day ? 1 : 0;
}
