import type { FormerProvince } from './former-place.ts';
import type { Province } from './place.ts';
import type { CommuneEntry, FormerCommuneEntry, PlaceIndex, PlaceRecords, ProvinceEntry } from './place-index.ts';
import { earlierCommuneEntries } from './earlier-commune-entries.ts';
import { districtEntries, livingCommuneEntries } from './former-place-entries.ts';
import { buildLookup } from './place-lookup.ts';

/** Expects records whose codes agree with each other; one that refers to an unknown code is left out. */
export function buildPlaceIndex(records: PlaceRecords): PlaceIndex {
  const provinces = new Map(records.provinces.map((province) => [province.code, province]));
  const communes = new Map(records.communes.map((commune) => [commune.code, commune]));
  const districts = districtEntries(records, provinces, communes);
  const living = livingCommuneEntries(records.changes, districts, communes);
  const formers = formerProvinceEntries(records, provinces, living);
  const earlier = earlierCommuneEntries(records, living, districts, formers);
  const allDistricts = new Set([...districts.values(), ...earlier.map((entry) => entry.district)]);
  return {
    provinces: buildLookup('province', currentProvinceEntries(records), (entry) => [entry.name]),
    formerProvinces: buildLookup('province', formers, (entry) => [entry.name]),
    formerDistricts: buildLookup('district', allDistricts, (entry) => [entry.bare]),
    communes: buildLookup('commune', currentCommuneEntries(records, provinces), (entry) => [entry.commune.name]),
    formerCommunes: buildLookup('commune', [...living.values(), ...earlier], (entry) => entry.bareNames),
  };
}

function currentProvinceEntries(records: PlaceRecords): ProvinceEntry[] {
  return records.provinces.map((province) => ({
    name: province.name,
    unitKind: province.unitKind,
    province,
    formerCodes: records.formerProvinces.filter((former) => former.provinceCode === province.code).map((former) => former.code),
  }));
}

function currentCommuneEntries(records: PlaceRecords, provinces: ReadonlyMap<string, Province>): CommuneEntry[] {
  return records.communes.flatMap((commune) => {
    const province = provinces.get(commune.provinceCode);
    return province === undefined ? [] : [{ unitKind: commune.unitKind, commune, province }];
  });
}

/** The 63, and the names they had before, such as Thừa Thiên Huế, which only the earlier communes remember. */
function formerProvinceEntries(
  records: PlaceRecords,
  provinces: ReadonlyMap<string, Province>,
  living: ReadonlyMap<string, FormerCommuneEntry>,
): ProvinceEntry[] {
  const names = new Map<string, FormerProvince>(records.formerProvinces.map((former) => [former.name, former]));
  for (const earlier of records.earlierCommunes) {
    const former = living.get(earlier.becameCode ?? '')?.district.formerProvince;
    if (former !== undefined && !names.has(earlier.province)) names.set(earlier.province, former);
  }
  return [...names].flatMap(([name, former]) => {
    const province = provinces.get(former.provinceCode);
    return province === undefined ? [] : [{ name, unitKind: former.unitKind, province, formerCodes: [former.code] }];
  });
}
