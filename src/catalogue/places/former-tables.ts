import type { CommuneChange, EarlierCommune, FormerDistrict, FormerProvince } from '../../domain/former-place.ts';
import type { Table } from './read-table.ts';

export const formerProvincesTable: Table<FormerProvince> = {
  file: 'former-provinces.csv',
  columns: ['code', 'name', 'type', 'slug', 'province_code'],
  toRecord: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    unitKind: row.oneOf('type', ['tinh', 'thanh_pho']),
    slug: row.text('slug'),
    provinceCode: row.text('province_code'),
  }),
};

export const formerDistrictsTable: Table<FormerDistrict> = {
  file: 'former-districts.csv',
  columns: ['code', 'name', 'type', 'former_province_code'],
  toRecord: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    unitKind: row.oneOf('type', ['huyen', 'quan', 'thi_xa', 'thanh_pho']),
    formerProvinceCode: row.text('former_province_code'),
  }),
};

/** The reform of 01/07/2025, in the order of the official table. */
export const communeChangesTable: Table<CommuneChange> = {
  file: 'commune-changes.csv',
  columns: ['old_code', 'old_name', 'old_name_alt', 'old_district_code', 'new_code', 'partial', 'share', 'main'],
  toRecord: (row) => ({
    formerCode: row.optional('old_code'),
    formerName: row.optional('old_name'),
    alternativeName: row.optional('old_name_alt'),
    districtCode: row.text('old_district_code'),
    communeCode: row.text('new_code'),
    partial: row.flag('partial') ?? false,
    share: row.oneOf('share', [
      'all', 'unchanged', 'renamed', 'part', 'part_area', 'part_people', 'part_area_all_people', 'all_area', 'district', 'unadministered',
    ]),
    main: row.flag('main'),
  }),
};

/** Names that went out of use before the reform, and what they had become by then. */
export const earlierCommunesTable: Table<EarlierCommune> = {
  file: 'former-communes.csv',
  columns: ['code', 'name', 'district', 'province', 'last_seen', 'old_code', 'change', 'evidence'],
  toRecord: (row) => ({
    name: row.text('name'),
    district: row.text('district'),
    province: row.text('province'),
    becameCode: row.text('old_code'),
  }),
};

export const undeterminedCommunesTable: Table<EarlierCommune> = {
  file: 'former-communes-unresolved.csv',
  columns: ['code', 'name', 'district', 'province', 'last_seen'],
  toRecord: (row) => ({ name: row.text('name'), district: row.text('district'), province: row.text('province') }),
};
