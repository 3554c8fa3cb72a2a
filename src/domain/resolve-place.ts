import type { PlaceAsSigned } from './decision.ts';
import type { PlaceEra, ResolvedPlace } from './place.ts';
import type { DistrictEntry, PlaceIndex, ProvinceEntry } from './place-index.ts';
import { findBySpelling, findFolded, findNamed } from './place-lookup.ts';
import { communeNamed, zoneOf, type PlaceScope } from './resolve-commune.ts';

/**
 * Where a place as signed lies today. Names are compared with their marks first and without them only where that
 * fits nothing; what fits several places stays several. A name written and found nowhere within the names around it
 * never resolves to a place elsewhere: the answer then is the province, with the name under `unresolvedCommune` or
 * `unresolvedDistrict`, or `nothing` when no province is known either.
 */
export function resolvePlace(index: PlaceIndex, signed: PlaceAsSigned, era: PlaceEra): ResolvedPlace {
  const commune = textOf(signed.commune);
  const province = textOf(signed.province);
  const districtText = textOf(signed.district);
  const provinces = province === undefined ? undefined : provincesNamed(index, province, era);
  if (provinces?.length === 0) return { kind: 'nothing' };
  const districts = districtText === undefined ? undefined : districtsNamed(index, districtText, provinces);
  const scope: PlaceScope = { provinces, districts };
  const found = commune === undefined ? zoneOf(districts) : communeNamed(index, commune, scope, era);
  return found ?? withoutCommune(scope, districtText, commune);
}

function textOf(name: string | undefined): string | undefined {
  const text = name?.normalize('NFC').trim();
  return text === '' ? undefined : text;
}

/** Today's "Quảng Trị" also covers the former Quảng Bình; the one before 01/07/2025 does not. */
function provincesNamed(index: PlaceIndex, text: string, era: PlaceEra): readonly ProvinceEntry[] {
  const lookups = era === 'current' ? [index.provinces, index.formerProvinces] : [index.formerProvinces];
  const searches = [findBySpelling<ProvinceEntry>, findFolded<ProvinceEntry>];
  return searches.flatMap((search) => lookups.map((lookup) => search(lookup, text))).find((found) => found.length > 0) ?? [];
}

function districtsNamed(index: PlaceIndex, text: string, provinces: PlaceScope['provinces']): readonly DistrictEntry[] {
  const codes = provinces && new Set(provinces.flatMap((entry) => entry.formerCodes));
  const inScope = (entry: DistrictEntry): boolean => codes === undefined || codes.has(entry.formerProvince.code);
  return findNamed(index.formerDistricts, text, inScope);
}

function withoutCommune(
  { provinces, districts }: PlaceScope,
  districtText: string | undefined,
  unresolvedCommune: string | undefined,
): ResolvedPlace {
  const above = provinces ?? districts ?? [];
  const distinct = [...new Set(above.map((entry) => entry.province))];
  const [province, ...others] = distinct;
  if (province === undefined) return { kind: 'nothing' };
  if (others.length > 0) return { kind: 'provinces', provinces: distinct, why: 'ambiguous' };
  const label = districts?.length === 1 ? districts[0]?.label : districtText;
  return {
    kind: 'province',
    province,
    ...(districts !== undefined && districts.length > 0 && label !== undefined && { district: label }),
    ...(districts?.length === 0 && districtText !== undefined && { unresolvedDistrict: districtText }),
    ...(unresolvedCommune !== undefined && { unresolvedCommune }),
  };
}
