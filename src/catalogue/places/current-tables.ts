import type { Commune, Province } from '../../domain/place.ts';
import type { Table } from './read-table.ts';
import type { Row } from './row.ts';

/** The 34 provinces of today; the former ones they were made from come from another table. */
export const provincesTable: Table<Omit<Province, 'formerProvinces'>> = {
  file: 'provinces.csv',
  columns: ['code', 'name', 'name_en', 'type', 'slug', 'lat', 'lng', 'area_km2', 'population'],
  toRecord: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    nameEn: row.text('name_en'),
    unitKind: row.oneOf('type', ['tinh', 'thanh_pho']),
    slug: row.text('slug'),
    point: point(row),
    areaKm2: row.optionalNumber('area_km2'),
    population: row.optionalNumber('population'),
  }),
};

/** The 3,321 communes of today. */
export const communesTable: Table<Omit<Commune, 'formerCommunes'>> = {
  file: 'communes.csv',
  columns: ['code', 'name', 'name_en', 'type', 'province_code', 'slug', 'lat', 'lng', 'area_km2'],
  toRecord: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    nameEn: row.text('name_en'),
    unitKind: row.oneOf('type', ['xa', 'phuong', 'dac_khu']),
    provinceCode: row.text('province_code'),
    slug: row.text('slug'),
    point: point(row),
    areaKm2: row.optionalNumber('area_km2'),
  }),
};

function point(row: Row): { lat: number; lng: number } {
  return { lat: row.number('lat'), lng: row.number('lng') };
}
