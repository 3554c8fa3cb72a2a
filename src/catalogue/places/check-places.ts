import type { Problem } from '../../domain/problem.ts';
import type { PlaceRecords } from '../../domain/place-index.ts';
import { recordPath } from './read-table.ts';

/** What the tables say of each other: codes and addresses used once, every code that is referred to exists. */
export function checkPlaces(records: PlaceRecords): Problem[] {
  const { provinces, communes, formerProvinces, formerDistricts, changes, earlierCommunes } = records;
  const communeCodes = communes.map((commune) => commune.code);
  return [
    ...repeated('provinces.csv', 'code', provinces.map((province) => province.code)),
    ...repeated('provinces.csv', 'slug', provinces.map((province) => province.slug)),
    ...repeated('communes.csv', 'code', communeCodes),
    ...repeated('communes.csv', 'slug', communes.map((commune) => `${commune.provinceCode}/${commune.slug}`)),
    ...unknown('communes.csv', 'province_code', communes.map((commune) => commune.provinceCode), provinces, 'provinces.csv'),
    ...repeated('former-provinces.csv', 'code', formerProvinces.map((province) => province.code)),
    ...unknown('former-provinces.csv', 'province_code',
      formerProvinces.map((province) => province.provinceCode), provinces, 'provinces.csv'),
    ...repeated('former-districts.csv', 'code', formerDistricts.map((district) => district.code)),
    ...unknown('former-districts.csv', 'former_province_code',
      formerDistricts.map((district) => district.formerProvinceCode), formerProvinces, 'former-provinces.csv'),
    ...unknown('commune-changes.csv', 'old_district_code',
      changes.map((change) => change.districtCode), formerDistricts, 'former-districts.csv'),
    ...unknown('commune-changes.csv', 'new_code', changes.map((change) => change.communeCode), communes, 'communes.csv'),
    ...unknown('former-communes.csv', 'old_code', earlierCommunes.flatMap((earlier) => earlier.becameCode ?? []),
      changes.flatMap((change) => (change.formerCode === undefined ? [] : [{ code: change.formerCode }])), 'commune-changes.csv'),
  ];
}

function repeated(file: string, column: string, values: readonly string[]): Problem[] {
  const seen = new Set<string>();
  const twice = new Set(values.filter((value) => seen.has(value) || !seen.add(value)));
  return [...twice].map((value) => problem(file, column, `"${value}" stands on several lines; it must be unique`));
}

function unknown(
  file: string,
  column: string,
  values: readonly string[],
  targets: readonly { code: string }[],
  targetFile: string,
): Problem[] {
  const known = new Set(targets.map((target) => target.code));
  const missing = new Set(values.filter((value) => !known.has(value)));
  return [...missing].map((value) => problem(file, column, `"${value}" not found in ${recordPath(targetFile)}`));
}

function problem(file: string, field: string, message: string): Problem {
  return { file: recordPath(file), field, message, severity: 'error' };
}
