import { slugify } from '../../domain/fold.ts';
import type { FormerCommuneUnitKind, DistrictUnitKind } from '../../domain/former-place.ts';
import type { Commune, CommuneUnitKind, Province, ProvinceUnitKind } from '../../domain/place.ts';
import type { CommuneEntry, DistrictEntry, FormerCommuneEntry, PlaceIndex } from '../../domain/place-index.ts';
import { buildLookup, lookupSteps } from '../../domain/place-lookup.ts';
import { splitOfficialName, type UnitKind } from '../../domain/place-name.ts';
import { atOnce, mapInSteps, type Steps } from '../../domain/steps.ts';
import { POINTS_PER_DEGREE, UNIT_KINDS, type EncodedPlaces } from './encoded-places.ts';
import { plainName } from './plain-name.ts';
import { placeTexts, type ShippedCommune, type ShippedPlaces } from './shipped-places.ts';

const NOWHERE = { lat: 0, lng: 0 };

/**
 * A place index that names resolve in as in the whole one. Areas and what a commune was made from stay at home, and the points
 * of communes in which nothing lies. Throws for another version.
 */
export function decodePlaces(text: string): ShippedPlaces {
  return atOnce(placesSteps(text));
}

export function* placesSteps(text: string): Steps<ShippedPlaces> {
  const encoded = JSON.parse(text) as EncodedPlaces;
  if (encoded.version !== 1) throw new Error(`place names of version ${encoded.version}; this script reads version 1`);
  const provinces = encoded.provinces.map(([name, nameEn, kind, slug, formerProvinces], number): Province => ({
    code: String(number), name, nameEn, unitKind: unit(kind) as ProvinceUnitKind, slug, point: NOWHERE, formerProvinces,
  }));
  const communes = yield* decodeCommunes(encoded, provinces);
  const districts = decodeDistricts(encoded, provinces, communes);
  yield;
  const formerCommunes = yield* decodeFormerCommunes(encoded, districts, communes);
  const formerProvinces = encoded.formerProvinces.map(([name, kind, province]) => ({
    name, unitKind: unit(kind) as ProvinceUnitKind, province: provinces[province] as Province, formerCodes: [name],
  }));
  const index: PlaceIndex = {
    provinces: buildLookup('province', provinces.map((province) => ({ name: province.name, unitKind: province.unitKind, province, formerCodes: province.formerProvinces })), ({ name }) => [name]),
    formerProvinces: buildLookup('province', formerProvinces, ({ name }) => [name]),
    formerDistricts: buildLookup('district', districts, ({ bare }) => [bare]),
    communes: yield* lookupSteps('commune', communes, ({ commune }) => [commune.name]),
    formerCommunes: yield* lookupSteps('commune', formerCommunes, ({ bareNames }) => bareNames),
  };
  yield;
  return { index, communes, provinces, ...placeTexts(provinces, formerProvinces.map(({ name }) => name), districts, communes, formerCommunes) };
}

function* decodeCommunes({ communes }: EncodedPlaces, provinces: readonly Province[]): Steps<ShippedCommune[]> {
  const namesEn = communes.namesEn.split('\n');
  const slugs = communes.slugs.split('\n');
  return yield* mapInSteps(communes.names.split('\n'), (name, number): ShippedCommune => {
    const province = provinces[communes.province[number] as number] as Province;
    const unitKind = unit(Number(communes.kinds[number])) as CommuneUnitKind;
    const [lat, lng] = [communes.lat[number] ?? 0, communes.lng[number] ?? 0];
    const point = lat === 0 ? undefined : { lat: lat / POINTS_PER_DEGREE, lng: lng / POINTS_PER_DEGREE };
    const commune: Commune = {
      code: String(number), name, nameEn: namesEn[number] || plainName(name), unitKind, provinceCode: province.code,
      slug: slugs[number] || slugify(name), point: point ?? NOWHERE, formerCommunes: [],
    };
    return { unitKind, commune, province, ...(point !== undefined && { point }) };
  });
}

function decodeDistricts({ districts, districtProvinces }: EncodedPlaces, provinces: readonly Province[], communes: readonly CommuneEntry[]): DistrictEntry[] {
  return districts.map(([label, formerProvince, provinceNumber, zone]): DistrictEntry => {
    const { bare, unitKind } = splitOfficialName(label);
    const province = provinces[provinceNumber] as Province;
    const name = districtProvinces[formerProvince] as string;
    const zoneOf = zone === undefined ? undefined : communes[zone]?.commune;
    return {
      label, bare, unitKind: unitKind as DistrictUnitKind, province, ...(zoneOf !== undefined && { zone: zoneOf }),
      formerProvince: { code: name, name, unitKind: 'tinh', slug: slugify(name), provinceCode: province.code },
    };
  });
}

function* decodeFormerCommunes({ formerCommunes }: EncodedPlaces, districts: readonly DistrictEntry[], communes: readonly CommuneEntry[]): Steps<FormerCommuneEntry[]> {
  const { labels, otherNames, district, successors, living } = formerCommunes;
  return yield* mapInSteps(labels === '' ? [] : labels.split('\n'), (label, number): FormerCommuneEntry => {
    const { bare, unitKind } = splitOfficialName(label);
    const within = districts[district[number] as number] as DistrictEntry;
    const numbers = [successors[number] ?? []].flat();
    return {
      label, bareNames: [bare, ...(otherNames[number] ?? [])], unitKind: (unitKind ?? 'xa') as FormerCommuneUnitKind, district: within, province: within.province,
      living: living[number] === '1', successors: numbers.flatMap((one) => communes[one]?.commune ?? []),
    };
  });
}

function unit(kind: number): UnitKind {
  return UNIT_KINDS[kind] ?? 'xa';
}
