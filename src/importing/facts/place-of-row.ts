import type { IsoDate } from '../../domain/calendar-day.ts';
import type { PlaceAsSigned } from '../../domain/decision.ts';
import type { PlaceEra, ResolvedPlace } from '../../domain/place.ts';
import type { PlaceIndex } from '../../domain/place-index.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';

export interface PlaceOfRow {
  place: PlaceAsSigned;
  era: PlaceEra;
  resolved: ResolvedPlace;
}

/**
 * A place with the era in which its names fit. A document signed before 01/07/2025 uses the old names, one that names a
 * district does too; the other era is tried where the first knows no such commune.
 */
export function placeInItsEra(index: PlaceIndex, place: PlaceAsSigned, signedOn: IsoDate | undefined): PlaceOfRow {
  const old = place.district !== undefined || (signedOn !== undefined && signedOn < '2025-07-01');
  const eras: readonly PlaceEra[] = old ? ['before-2025-07-01', 'current'] : ['current', 'before-2025-07-01'];
  const tried = eras.map((era) => ({ place, era, resolved: resolvePlace(index, place, era) }));
  const [first, second] = tried as [PlaceOfRow, PlaceOfRow];
  if (signedOn === undefined && place.district === undefined && differ(first.resolved, second.resolved)) return ambiguous(first, second);
  if (isWhole(first.resolved)) return first;
  return isWhole(second.resolved) ? second : first;
}

/** True when nothing of the place as signed is left over. */
export function isWhole(resolved: ResolvedPlace): boolean {
  if (resolved.kind === 'province') return resolved.unresolvedCommune === undefined && resolved.unresolvedDistrict === undefined;
  return resolved.kind !== 'nothing';
}

/** Codes of today's communes, or of the province where no more is known. */
export function placeCodes(resolved: ResolvedPlace): readonly string[] {
  switch (resolved.kind) {
    case 'commune':
      return [resolved.commune.code];
    case 'communes':
      return resolved.communes.map(({ code }) => code);
    case 'province':
      return [resolved.province.code];
    case 'provinces':
      return resolved.provinces.map(({ code }) => code);
    default:
      return [];
  }
}

/** Codes of the provinces of today that the place may lie in. */
export function provinceCodesOf(resolved: ResolvedPlace): readonly string[] {
  switch (resolved.kind) {
    case 'commune':
      return [resolved.province.code];
    case 'communes':
      return [...new Set(resolved.communes.map(({ provinceCode }) => provinceCode))];
    default:
      return placeCodes(resolved);
  }
}

function differ(a: ResolvedPlace, b: ResolvedPlace): boolean {
  return a.kind === 'commune' && b.kind === 'commune' && a.commune.code !== b.commune.code;
}

/** Nothing says which era is meant and the two disagree: both communes stand. */
function ambiguous(first: PlaceOfRow, second: PlaceOfRow): PlaceOfRow {
  const communes = [first.resolved, second.resolved].flatMap((resolved) => (resolved.kind === 'commune' ? [resolved.commune] : []));
  return { ...first, resolved: { kind: 'communes', communes, why: 'ambiguous' } };
}
