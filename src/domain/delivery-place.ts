import type { Commune, Province } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { resolvePlace } from './resolve-place.ts';

/** Where to bring something, as it was typed: names of today or of any time before. */
export interface TypedPlace {
  province: string;
  commune: string;
  /** Only in addresses of the time before 01/07/2025. */
  district?: string | undefined;
}

/** The one commune of today; `choose` where an old name lies in several, or several bear it. */
export type DeliveryPlace =
  | { kind: 'commune'; commune: Commune; province: Province }
  | { kind: 'choose'; communes: readonly Commune[] }
  | { kind: 'unknown-province' }
  | { kind: 'unknown-commune'; province: Province };

/**
 * The commune of today that an address means. A district makes it an address of before 01/07/2025; without one the names of
 * today go first and those of before second. Nothing is guessed: what may be several is asked.
 */
export function deliveryPlace(index: PlaceIndex, typed: TypedPlace): DeliveryPlace {
  const eras = hasText(typed.district) ? (['before-2025-07-01', 'current'] as const) : (['current', 'before-2025-07-01'] as const);
  const found = eras.map((era) => resolvePlace(index, typed, era));
  const exact = found.find((place) => place.kind === 'commune' || place.kind === 'communes');
  if (exact?.kind === 'commune') return { kind: 'commune', commune: exact.commune, province: exact.province };
  if (exact?.kind === 'communes') return { kind: 'choose', communes: exact.communes };
  const within = found.find((place) => place.kind === 'province');
  return within === undefined ? { kind: 'unknown-province' } : { kind: 'unknown-commune', province: within.province };
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
