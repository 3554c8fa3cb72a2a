import { slugify } from '../../domain/fold.ts';
import type { Commune, GeoPoint } from '../../domain/place.ts';
import type { CommuneEntry, DistrictEntry, FormerCommuneEntry, PlaceIndex } from '../../domain/place-index.ts';
import type { NameLookup } from '../../domain/place-lookup.ts';
import { splitOfficialName, type UnitKind } from '../../domain/place-name.ts';
import { POINTS_PER_DEGREE, UNIT_KINDS, type EncodedPlaces } from './encoded-places.ts';
import { plainName } from './plain-name.ts';

/** Whether something lies in a commune. */
type Keeps = (commune: Commune, provinceSlug: string) => boolean;

/**
 * A JSON text for {@link decodePlaces}. Without `keeps` every place is in it; with it, former communes are left out that became
 * none of the communes it lets through: nothing would be found there.
 */
export function encodePlaces(index: PlaceIndex, keeps: Keeps = () => true): string {
  const provinces = entriesOf(index.provinces);
  const communes = entriesOf(index.communes);
  const provinceNumber = numbers(provinces.map(({ province }) => province.code));
  const communeNumber = numbers(communes.map(({ commune }) => commune.code));
  const former = entriesOf(index.formerCommunes).filter(({ successors, province }) => successors.some((commune) => keeps(commune, province.slug)));
  const districts = [...new Set([...entriesOf(index.formerDistricts), ...former.map(({ district }) => district)])];
  const districtNumber = new Map(districts.map((district, number) => [district, number]));
  const districtProvinces = [...new Set(districts.map(({ formerProvince }) => formerProvince.name))];
  const province = (code: string): number => provinceNumber.get(code) ?? -1;
  const encoded: EncodedPlaces = {
    version: 1,
    provinces: provinces.map(({ province: { name, nameEn, unitKind, slug, formerProvinces } }) => [name, nameEn, kind(unitKind), slug, formerProvinces]),
    formerProvinces: entriesOf(index.formerProvinces).map((entry) => [entry.name, kind(entry.unitKind), province(entry.province.code)]),
    districtProvinces,
    districts: districts.map((district) => encodeDistrict(district, districtProvinces, province(district.province.code), communeNumber)),
    communes: {
      names: communes.map(({ commune }) => commune.name).join('\n'),
      namesEn: communes.map(({ commune: { name, nameEn } }) => (nameEn === plainName(name) ? '' : nameEn)).join('\n'),
      slugs: communes.map(({ commune: { name, slug } }) => (slug === slugify(name) ? '' : slug)).join('\n'),
      kinds: communes.map(({ unitKind }) => kind(unitKind)).join(''),
      province: communes.map((entry) => province(entry.province.code)),
      lat: communes.map((entry) => pointOf(entry, 'lat', keeps)),
      lng: communes.map((entry) => pointOf(entry, 'lng', keeps)),
    },
    formerCommunes: {
      labels: former.map(({ label }) => label).join('\n'),
      otherNames: Object.fromEntries(former.flatMap((entry, number) => (otherNames(entry).length === 0 ? [] : [[number, otherNames(entry)]]))),
      district: former.map(({ district }) => districtNumber.get(district) ?? -1),
      successors: former.map(({ successors }) => oneOrMany(successors.flatMap(({ code }) => communeNumber.get(code) ?? []))),
      living: former.map(({ living }) => Number(living)).join(''),
    },
  };
  return JSON.stringify(encoded);
}

function pointOf({ commune, province }: CommuneEntry, side: keyof GeoPoint, keeps: Keeps): number {
  return keeps(commune, province.slug) ? Math.round(commune.point[side] * POINTS_PER_DEGREE) : 0;
}

function encodeDistrict({ label, formerProvince, zone }: DistrictEntry, districtProvinces: readonly string[], province: number, communeNumber: ReadonlyMap<string, number>): EncodedPlaces['districts'][number] {
  const district = [label, districtProvinces.indexOf(formerProvince.name), province] as const;
  return zone === undefined ? district : [...district, communeNumber.get(zone.code) ?? -1];
}

/** Each entry once; the lookup's lists name those with two spellings twice. */
function entriesOf<T>(lookup: NameLookup<T>): T[] {
  return [...new Set([...lookup.bySpelling.values()].flat())];
}

function otherNames({ label, bareNames }: FormerCommuneEntry): string[] {
  return bareNames.filter((name) => name !== splitOfficialName(label).bare);
}

function kind(unitKind: UnitKind): number {
  return UNIT_KINDS.indexOf(unitKind);
}

function numbers(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, number) => [key, number]));
}

function oneOrMany(list: readonly number[]): number | readonly number[] {
  return list.length === 1 ? (list[0] as number) : list;
}
