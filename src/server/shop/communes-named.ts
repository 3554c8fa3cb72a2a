import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Commune, Province, ResolvedPlace } from '../../domain/place.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';

/**
 * Today's communes of a province that a name of any time may stand for: "Cẩm Mỹ", "xã Cẩm Mỹ, huyện Cẩm Xuyên". Names of
 * today and of before 01/07/2025 count alike: who types one does not say of which time it is.
 */
export function communesNamed({ placeIndex }: Pick<Catalogue, 'placeIndex'>, province: Province, typed: string): readonly Commune[] {
  const [commune = '', district] = typed.split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (commune === '') return [];
  const signed = { commune, ...(district !== undefined && { district }) };
  const former = province.formerProvinces.map((name) => resolvePlace(placeIndex, { ...signed, province: name }, 'before-2025-07-01'));
  const current = district === undefined ? [resolvePlace(placeIndex, { commune, province: province.name }, 'current')] : [];
  const found = [...current, ...former].flatMap(communesOf).filter(({ provinceCode }) => provinceCode === province.code);
  return [...new Set(found)];
}

function communesOf(place: ResolvedPlace): readonly Commune[] {
  if (place.kind === 'commune') return [place.commune];
  return place.kind === 'communes' ? place.communes : [];
}
