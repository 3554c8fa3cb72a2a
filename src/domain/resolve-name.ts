import type { Commune, Province } from './place.ts';
import type { DistrictEntry, FormerCommuneEntry, PlaceIndex, ProvinceEntry } from './place-index.ts';
import { findBySpelling, findFolded } from './place-lookup.ts';

/** One place that a bare name can mean. Former places say where they lie today. */
export type PlaceMeaning =
  | { kind: 'province'; province: Province }
  | { kind: 'former-province'; name: string; province: Province }
  | { kind: 'former-district'; label: string; formerProvince: string; province: Province }
  | { kind: 'commune'; commune: Commune; province: Province }
  | {
    kind: 'former-commune';
    /** With prefix: "Xã Cẩm Mỹ". */
    label: string;
    district: string;
    formerProvince: string;
    /** Empty: the successor was never determined. */
    communes: readonly Commune[];
    province: Province;
  };

/**
 * Everything that a name without a level can mean, the widest first: "Quảng Ninh" is a province, a former district
 * and two communes. A word for the kind of unit narrows it ("huyện Quảng Ninh"). A former place that only became
 * a namesake listed here is not repeated. Names without marks count only where none fits with marks.
 */
export function resolveName(index: PlaceIndex, text: string): readonly PlaceMeaning[] {
  const exact = meanings(index, text, findBySpelling);
  return exact.length > 0 ? exact : meanings(index, text, findFolded);
}

function meanings(index: PlaceIndex, text: string, find: typeof findBySpelling): PlaceMeaning[] {
  const provinces = find(index.provinces, text).map(({ province }) => province);
  const communes = find(index.communes, text);
  const current = new Set(communes.map(({ commune }) => commune));
  return [
    ...provinces.map((province): PlaceMeaning => ({ kind: 'province', province })),
    ...find(index.formerProvinces, text).filter(({ province }) => !provinces.includes(province)).map(formerProvince),
    ...find(index.formerDistricts, text).map(formerDistrict),
    ...communes.map(({ commune, province }): PlaceMeaning => ({ kind: 'commune', commune, province })),
    ...find(index.formerCommunes, text).filter(({ successors }) => !onlyBecame(successors, current)).map(formerCommune),
  ];
}

function onlyBecame(successors: readonly Commune[], current: ReadonlySet<Commune>): boolean {
  const [successor, ...others] = successors;
  return successor !== undefined && others.length === 0 && current.has(successor);
}

function formerProvince({ name, province }: ProvinceEntry): PlaceMeaning {
  return { kind: 'former-province', name, province };
}

function formerDistrict({ label, formerProvince: { name }, province }: DistrictEntry): PlaceMeaning {
  return { kind: 'former-district', label, formerProvince: name, province };
}

function formerCommune({ label, district, province, successors }: FormerCommuneEntry): PlaceMeaning {
  const formerProvince = district.formerProvince.name;
  return { kind: 'former-commune', label, district: district.label, formerProvince, communes: successors, province };
}
