import type { Catalogue } from '../catalogue/catalogue.ts';
import { slugify } from '../domain/fold.ts';
import type { PlaceAsSigned } from '../domain/decision.ts';
import type { Commune, GeoPoint, Province, ResolvedPlace } from '../domain/place.ts';
import type { DistrictEntry } from '../domain/place-index.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import { findNamed } from '../domain/place-lookup.ts';
import type { SearchDocument } from './search-document.ts';

export type DocumentPlaces = Pick<SearchDocument, 'places' | 'provinces' | 'communes' | 'districts' | 'point'>;

/**
 * Every name, of today and before, under which a product's place may be looked for. A former commune that was signed stands for
 * itself alone; where only today's name is known, all those that it was made from count.
 */
export function documentPlaces(catalogue: Catalogue, resolved: ResolvedPlace, signed: readonly PlaceAsSigned[]): DocumentPlaces {
  const hasFormerCommune = signed.some(({ commune, district }) => commune !== undefined && district !== undefined);
  const communes = communesOf(resolved);
  const provinces = provincesOf(catalogue, resolved, communes);
  const slugOf = (code: string): string => catalogue.province(code)?.slug ?? '';
  return {
    places: distinct([
      ...communes.map((commune) => communeLabel(commune, 'vi')),
      ...signed.flatMap(({ commune, district, province }) => [commune, district, province]),
      ...(hasFormerCommune ? [] : communes.flatMap(({ formerCommunes }) => formerCommunes.flatMap(({ name, alternativeName, district, province }) => [name, alternativeName, district, province]))),
      ...(resolved.kind === 'province' ? [resolved.district] : []),
      ...provinces.flatMap((province) => [provinceLabel(province, 'vi'), ...(communes.length === 0 && signed.every((place) => place.province === undefined) ? province.formerProvinces : [])]),
    ]),
    provinces: provinces.map(({ slug }) => slug),
    communes: communes.map((commune) => `${slugOf(commune.provinceCode)}/${commune.slug}`),
    districts: formerUnits([...signedDistricts(catalogue, signed, provinces), ...districtsOfCommunes(communes, signed)], signed, provinces),
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
    const codes = province === undefined ? undefined : new Set(findNamed(catalogue.placeIndex.formerProvinces, province).flatMap(({ formerCodes }) => formerCodes));
    const within = (entry: DistrictEntry): boolean => provinces.includes(entry.province) && (codes === undefined || codes.size === 0 || codes.has(entry.formerProvince.code));
    return findNamed(catalogue.placeIndex.formerDistricts, district, within).map((entry) => districtKey(entry.formerProvince.name, entry.label));
  });
}

/** Where no district was signed, all those that today's communes were made from. */
function districtsOfCommunes(communes: readonly Commune[], signed: readonly PlaceAsSigned[]): string[] {
  if (signed.some(({ district }) => district !== undefined)) return [];
  return communes.flatMap(({ formerCommunes }) => formerCommunes.map(({ district, province }) => districtKey(province, district)));
}

/** Each district with its province; the province alone where no district is known. */
function formerUnits(districts: readonly string[], signed: readonly PlaceAsSigned[], provinces: readonly Province[]): string[] {
  if (districts.length > 0) return distinct([...districts.map((key) => key.slice(0, key.indexOf('/'))), ...districts]);
  const names = provinces.flatMap(({ formerProvinces }) => formerProvinces.map(slugify));
  const written = signed.flatMap(({ province }) => (province === undefined ? [] : slugify(province))).filter((slug) => names.includes(slug));
  return distinct(written.length > 0 ? written : names);
}

function pointOf({ lat, lng }: GeoPoint): GeoPoint {
  return { lat, lng };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}
