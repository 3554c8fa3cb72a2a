import type { Commune, PlaceEra, Province, ResolvedPlace } from './place.ts';
import type { CommuneEntry, DistrictEntry, FormerCommuneEntry, PlaceIndex, ProvinceEntry } from './place-index.ts';
import { findBySpelling, findFolded, findNamed } from './place-lookup.ts';

/** What the names above a commune leave possible: undefined where none was written, empty where it fits nothing. */
export interface PlaceScope {
  provinces: readonly ProvinceEntry[] | undefined;
  districts: readonly DistrictEntry[] | undefined;
}

/** Undefined when no commune within the scope bears the name, or only one whose successor was never determined. */
export function communeNamed(index: PlaceIndex, text: string, scope: PlaceScope, era: PlaceEra): ResolvedPlace | undefined {
  if (scope.provinces === undefined && scope.districts === undefined) return communeAnywhere(index, text);
  return era === 'current' ? currentCommune(index, text, scope) : formerCommune(index, text, scope);
}

function currentCommune(index: PlaceIndex, text: string, { provinces, districts }: PlaceScope): ResolvedPlace | undefined {
  const codes = new Set((provinces ?? districts ?? []).map((entry) => entry.province.code));
  return together(findNamed(index.communes, text, (entry) => codes.has(entry.province.code)).map(outcomeOfCurrent));
}

/**
 * With a district, a name in use on 30/06/2025 goes before one that had gone out of use there. Without one, both count:
 * the two may lie far apart.
 */
function formerCommune(index: PlaceIndex, text: string, scope: PlaceScope): ResolvedPlace | undefined {
  const { provinces, districts } = scope;
  const codes = provinces && new Set(provinces.flatMap((entry) => entry.formerCodes));
  const inProvince = (entry: FormerCommuneEntry): boolean =>
    codes === undefined || codes.has(entry.district.formerProvince.code);
  if (districts === undefined) return together(findNamed(index.formerCommunes, text, inProvince).map(outcomeOfFormer));
  const inDistrict = (entry: FormerCommuneEntry): boolean => districts.includes(entry.district);
  const exact = findBySpelling(index.formerCommunes, text, inDistrict);
  const living = exact.filter((entry) => entry.living);
  return together((living.length > 0 ? living : exact).map(outcomeOfFormer))
    ?? zoneOf(districts)
    ?? together(findFolded(index.formerCommunes, text, inDistrict).map(outcomeOfFormer));
}

/** A bare commune name says nothing of its time either, so the names of both eras count. */
function communeAnywhere(index: PlaceIndex, text: string): ResolvedPlace | undefined {
  const exact = [
    ...findBySpelling(index.communes, text).map(outcomeOfCurrent),
    ...findBySpelling(index.formerCommunes, text).map(outcomeOfFormer),
  ];
  if (exact.length > 0) return together(exact);
  return together([
    ...findFolded(index.communes, text).map(outcomeOfCurrent),
    ...findFolded(index.formerCommunes, text).map(outcomeOfFormer),
  ]);
}

/** A district without communes is today's special zone, whatever stands in the commune's place. */
export function zoneOf(districts: PlaceScope['districts']): ResolvedPlace | undefined {
  const [district, ...others] = districts ?? [];
  if (district?.zone === undefined || others.length > 0) return undefined;
  return { kind: 'commune', commune: district.zone, province: district.province };
}

interface Outcome {
  communes: readonly Commune[];
  province: Province;
}

const outcomeOfCurrent = (entry: CommuneEntry): Outcome => ({ communes: [entry.commune], province: entry.province });
const outcomeOfFormer = (entry: FormerCommuneEntry): Outcome => ({ communes: entry.successors, province: entry.province });

/** Where a place that fits has no determined successor, even a single other one is no certain answer. */
function together(outcomes: readonly Outcome[]): ResolvedPlace | undefined {
  const determined = outcomes.filter((outcome) => outcome.communes.length > 0);
  const [first] = determined;
  if (first === undefined) return undefined;
  const communes = [...new Set(determined.flatMap((outcome) => outcome.communes))];
  const [commune] = communes;
  const certain = determined.length === outcomes.length;
  if (certain && commune !== undefined && communes.length === 1) return { kind: 'commune', commune, province: first.province };
  const oneProvince = outcomes.every((outcome) => outcome.province === first.province);
  const split = certain && outcomes.every((outcome) => outcome.communes === first.communes);
  return { kind: 'communes', communes, ...(oneProvince && { province: first.province }), why: split ? 'split' : 'ambiguous' };
}
