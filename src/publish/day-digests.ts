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

/** Worked out once for a catalogue and day. */
export function shownProducts(view: Pick<View, 'catalogue' | 'asOf' | 'photographs'>): ShownProducts {
  const kept = last.get(view.catalogue);
  if (kept?.asOf === view.asOf && kept.photographs === view.photographs) return kept.shown;
  const shown = showProducts(view);
  last.set(view.catalogue, { asOf: view.asOf, photographs: view.photographs, shown });
  return shown;
}

const last = new WeakMap<View['catalogue'], { asOf: IsoDate; photographs: View['photographs']; shown: ShownProducts }>();

function showProducts({ catalogue, asOf, photographs }: Pick<View, 'catalogue' | 'asOf' | 'photographs'>): ShownProducts {
  const byId = new Map<string, ShownProduct>();
  const byKey = new Map<InputKey, ShownProduct>();
  for (const { id } of catalogue.products) {
    const { states, stars } = statesOn(catalogue.certificatesOf(id), asOf);
    const pictures = photographs?.get(id)?.map(({ derivatives }) => derivatives.hash).join() ?? '';
    const key = `product:${id}` as const;
    const shown = { digest: `${catalogue.digest(key)} ${states} ${pictures}`, states, stars };
    byId.set(id, shown);
    byKey.set(key, shown);
  }
  return { byId, byKey };
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
