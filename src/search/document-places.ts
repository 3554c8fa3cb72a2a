import type { Catalogue } from '../catalogue/catalogue.ts';
import { slugify } from '../domain/fold.ts';
import type { PlaceAsSigned } from '../domain/decision.ts';
import type { Commune, GeoPoint, Province, ResolvedPlace } from '../domain/place.ts';
import type { DistrictEntry } from '../domain/place-index.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import { findNamed } from '../domain/place-lookup.ts';
import type { SearchDocument } from './search-document.ts';

export type DocumentPlaces = Pick<SearchDocument, 'places' | 'provinces' | 'communes' | 'districts' | 'point'>;

/** Every name, of today and before, under which a product's place may be looked for. */
export function documentPlaces(catalogue: Catalogue, resolved: ResolvedPlace, signed: readonly PlaceAsSigned[]): DocumentPlaces {
  const communes = communesOf(resolved);
  const provinces = provincesOf(catalogue, resolved, communes);
  const slugOf = (code: string): string => catalogue.province(code)?.slug ?? '';
  return {
    places: distinct([
      ...communes.map((commune) => communeLabel(commune, 'vi')),
      ...signed.flatMap(({ commune, district, province }) => [commune, district, province]),
      ...communes.flatMap(({ formerCommunes }) => formerCommunes.flatMap(({ name, alternativeName, district, province }) => [name, alternativeName, district, province])),
      ...(resolved.kind === 'province' ? [resolved.district] : []),
      ...provinces.flatMap((province) => [provinceLabel(province, 'vi'), ...(communes.length === 0 && signed.every((place) => place.province === undefined) ? province.formerProvinces : [])]),
    ]),
    provinces: provinces.map(({ slug }) => slug),
    communes: communes.map((commune) => `${slugOf(commune.provinceCode)}/${commune.slug}`),
    districts: distinct([...signedDistricts(catalogue, signed, provinces), ...districtsOfCommunes(communes, signed)]),
    ...(resolved.kind === 'commune' && { point: pointOf(resolved.commune.point) }),
  };
}

/** The address of a district until 30/06/2025: `ha-tinh/cam-xuyen`, with its kind where a province had two of that name. */
export function districtKey(formerProvince: string, label: string): string {
  return `${slugify(formerProvince)}/${slugify(label)}`;
}

function communesOf(resolved: ResolvedPlace): readonly Commune[] {
  if (resolved.kind === 'commune') return [resolved.commune];
  return resolved.kind === 'communes' ? resolved.communes : [];
}

function provincesOf(catalogue: Catalogue, resolved: ResolvedPlace, communes: readonly Commune[]): readonly Province[] {
  if (resolved.kind === 'province') return [resolved.province];
  if (resolved.kind === 'provinces') return resolved.provinces;
  return [...new Set(communes.map(({ provinceCode }) => catalogue.province(provinceCode)))].filter((province) => province !== undefined);
}

function signedDistricts(catalogue: Catalogue, signed: readonly PlaceAsSigned[], provinces: readonly Province[]): string[] {
  return signed.flatMap(({ district, province }) => {
    if (district === undefined) return [];
    const within = (entry: DistrictEntry): boolean => provinces.includes(entry.province) && (province === undefined || slugify(entry.formerProvince.name) === slugify(province) || entry.province.name === province);
    return findNamed(catalogue.placeIndex.formerDistricts, district, within).map((entry) => districtKey(entry.formerProvince.name, entry.label));
  });
}

/** Where no district was signed, all those that today's communes were made from. */
function districtsOfCommunes(communes: readonly Commune[], signed: readonly PlaceAsSigned[]): string[] {
  if (signed.some(({ district }) => district !== undefined)) return [];
  return communes.flatMap(({ formerCommunes }) => formerCommunes.map(({ district, province }) => districtKey(province, district)));
}

function pointOf({ lat, lng }: GeoPoint): GeoPoint {
  return { lat, lng };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}
