import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import type { GeoPoint, Province, ResolvedPlace } from '../domain/place.ts';
import type { Language } from '../paths.ts';

/** "Xã Thiên Cầm, Hà Tĩnh"; only the province where the commune is not known; undefined where nothing is. */
export function placeLine(place: ResolvedPlace, language: Language): string | undefined {
  switch (place.kind) {
    case 'commune':
      return `${communeLabel(place.commune, language)}, ${shortName(place.province, language)}`;
    case 'communes':
      return place.province === undefined ? undefined : provinceLabel(place.province, language);
    case 'province':
      return provinceLabel(place.province, language);
    case 'provinces':
    case 'nothing':
      return undefined;
  }
}

/** The commune, or every one that it may be; a place without a known commune lights nothing. */
export function placePoints(place: ResolvedPlace): readonly GeoPoint[] {
  if (place.kind === 'commune') return [place.commune.point];
  return place.kind === 'communes' ? place.communes.map(({ point }) => point) : [];
}

export function shortName(province: Province, language: Language): string {
  return language === 'vi' ? province.name : province.nameEn;
}
