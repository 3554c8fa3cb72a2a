import type { DistrictUnitKind, FormerCommuneUnitKind } from './former-place.ts';
import type { ProvinceUnitKind } from './place.ts';

export type PlaceLevel = 'province' | 'district' | 'commune';
export type UnitKind = ProvinceUnitKind | DistrictUnitKind | FormerCommuneUnitKind;

/** A name as typed, parted from the kind of unit written before it: "TT. Thiên Cầm" is a thị trấn named "Thiên Cầm". */
export interface PlaceName {
  bare: string;
  unitKind?: UnitKind;
}

/** Single letters count only before a full stop or a number ("P. 1", "Q1", "H. Cẩm Xuyên"): "Q Long" may be a name. */
const PREFIXES: readonly { unitKind: UnitKind; levels: readonly PlaceLevel[]; pattern: RegExp }[] = [
  { unitKind: 'xa', levels: ['commune'], pattern: /^(?:(?:xã|xa)\s+|x\.\s*)/iu },
  { unitKind: 'phuong', levels: ['commune'], pattern: /^(?:(?:phường|phuong)\s+|p(?:\.\s*|\s*(?=\d)))/iu },
  { unitKind: 'thi_tran', levels: ['commune'], pattern: /^(?:(?:thị\s+trấn|thi\s+tran)\s+|tt(?:\.\s*|\s+))/iu },
  { unitKind: 'dac_khu', levels: ['commune'], pattern: /^(?:đặc\s+khu|dac\s+khu)\s+/iu },
  { unitKind: 'huyen', levels: ['district'], pattern: /^(?:(?:huyện|huyen)\s+|h\.\s*)/iu },
  { unitKind: 'quan', levels: ['district'], pattern: /^(?:(?:quận|quan)\s+|q(?:\.\s*|\s*(?=\d)))/iu },
  { unitKind: 'thi_xa', levels: ['district'], pattern: /^(?:(?:thị\s+xã|thi\s+xa)\s+|tx(?:\.\s*|\s+))/iu },
  {
    unitKind: 'thanh_pho',
    levels: ['district', 'province'],
    pattern: /^(?:(?:thành\s+phố|thanh\s+pho)\s+|tp(?:\.\s*|\s+)|t\.p\.\s*)/iu,
  },
  { unitKind: 'tinh', levels: ['province'], pattern: /^(?:(?:tỉnh|tinh)\s+|t\.\s*)/iu },
];

/**
 * The ways to read `text` as a name of this level: as it stands ("Phường Đúc" and "Xa Dung" are whole names),
 * then without the word for its kind of unit. Empty for an empty text.
 */
export function readPlaceName(text: string, level: PlaceLevel): readonly PlaceName[] {
  const whole = text.normalize('NFC').trim();
  if (whole === '') return [];
  const prefix = PREFIXES.find(({ levels, pattern }) => levels.includes(level) && pattern.test(whole));
  const rest = prefix === undefined ? '' : whole.replace(prefix.pattern, '').trim();
  return prefix === undefined || rest === '' ? [{ bare: whole }] : [{ bare: whole }, { bare: rest, unitKind: prefix.unitKind }];
}

const OFFICIAL_WORDS: readonly (readonly [word: string, unitKind: UnitKind])[] = [
  ['Xã ', 'xa'], ['Phường ', 'phuong'], ['Thị trấn ', 'thi_tran'], ['Đặc khu ', 'dac_khu'],
  ['Huyện ', 'huyen'], ['Quận ', 'quan'], ['Thị xã ', 'thi_xa'], ['Thành phố ', 'thanh_pho'],
];

/** Parts a name as the official tables write it: "Phường Phường Đúc" is a phường named "Phường Đúc". */
export function splitOfficialName(label: string): PlaceName {
  const word = OFFICIAL_WORDS.find(([start]) => label.startsWith(start));
  return word === undefined ? { bare: label } : { bare: label.slice(word[0].length), unitKind: word[1] };
}
