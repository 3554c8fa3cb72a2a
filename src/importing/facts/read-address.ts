import type { PlaceAsSigned } from '../../domain/decision.ts';
import type { PlaceIndex } from '../../domain/place-index.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';
import { cleanName } from '../text/clean-text.ts';

type Level = keyof PlaceAsSigned;

const BELOW_COMMUNE =
  /^(thôn|xóm|bản|ấp|khu phố|khu vực|khu|khóm|buôn|làng|tổ dân phố|tdp|tổ|đội|số|ngõ|ngách|hẻm|đường|phố|tiểu khu|tk|cụm|lô|km|quốc lộ|ql|sđt|đt|điện thoại)(?![\p{L}])/iu;
const PREFIXED: readonly (readonly [Level, RegExp])[] = [
  ['commune', /^(?:xã|phường|thị\s+trấn|đặc\s+khu)\s|^(?:x|p|tt)\.\s*\p{Lu}|^p\.?\s*\d/iu],
  ['district', /^(?:huyện|quận|thị\s+xã)\s|^(?:h|q|tx)\.\s*\p{Lu}|^q\.?\s*\d/iu],
  ['province', /^tỉnh\s|^t\.\s*\p{Lu}/iu],
];
const CITY = /^(?:thành\s+phố\s|tp\.?\s*\p{Lu})/iu;
const CITY_PROVINCES = /(?:hà nội|hồ chí minh|hcm|đà nẵng|hải phòng|cần thơ|huế)$/iu;

/**
 * The levels that an address names, as it writes them: "Thôn 3, xã Cẩm Mỹ, H. Cẩm Xuyên, Hà Tĩnh". What lies below
 * the commune is left out, as is a name whose level neither its word nor its place in the address tells.
 */
export function readAddress(address: string, index: PlaceIndex): PlaceAsSigned {
  const parts = address
    .split(/\s*[,;]\s*|\s+[-–]\s+/u)
    .map(cleanName)
    .filter((part) => part !== '' && !BELOW_COMMUNE.test(part));
  const place: PlaceAsSigned = {};
  const open: string[] = [];
  for (const part of parts.toReversed()) {
    const level = levelOf(part, place);
    if (level === undefined) open.unshift(part);
    else if (place[level] === undefined) place[level] = withoutWord(part, level);
  }
  return fillOpen(place, open, index);
}

function levelOf(part: string, above: PlaceAsSigned): Level | undefined {
  if (CITY.test(part)) return above.province === undefined && CITY_PROVINCES.test(part) ? 'province' : 'district';
  return PREFIXED.find(([, pattern]) => pattern.test(part))?.[0];
}

/** Names without a word for their level take the levels still free, from the right, where a place of that name is known. */
function fillOpen(place: PlaceAsSigned, open: readonly string[], index: PlaceIndex): PlaceAsSigned {
  const rest = [...open];
  const last = rest.at(-1);
  if (place.province === undefined && last !== undefined && isProvince(last, index)) place.province = rest.pop();
  if (place.district === undefined) {
    const name = rest.at(-1);
    if (name !== undefined && (rest.length > 1 || place.commune !== undefined) && isDistrict({ ...place, district: name }, index)) {
      place.district = rest.pop();
    }
  }
  const commune = rest.at(-1);
  if (place.commune === undefined && commune !== undefined && (place.province !== undefined || place.district !== undefined)) {
    if (rest.length === 1 && place.district === undefined && !isCommune({ ...place, commune }, index) && isDistrict({ ...place, district: commune }, index)) {
      place.district = commune;
    } else place.commune = commune;
  }
  return place;
}

function isProvince(name: string, index: PlaceIndex): boolean {
  return resolvePlace(index, { province: name }, 'current').kind !== 'nothing';
}

function isDistrict({ province, district }: PlaceAsSigned, index: PlaceIndex): boolean {
  const found = resolvePlace(index, { ...(province === undefined ? {} : { province }), district: district ?? '' }, 'before-2025-07-01');
  return found.kind === 'province' ? found.unresolvedDistrict === undefined : found.kind !== 'nothing';
}

function isCommune(place: PlaceAsSigned, index: PlaceIndex): boolean {
  return (['current', 'before-2025-07-01'] as const).some((era) => {
    const found = resolvePlace(index, place, era);
    return found.kind === 'commune' || found.kind === 'communes';
  });
}

/** "xã Cẩm Mỹ" is kept as "Cẩm Mỹ", "Phường 1" and "TT. Thiên Cầm" with the word that tells them apart. */
function withoutWord(part: string, level: Level): string {
  const bare = part.replace(WORDS[level], '').trim();
  const kept = bare === '' || /^\d/.test(bare) ? part : bare;
  return kept.charAt(0).toUpperCase() + kept.slice(1);
}

const WORDS: Readonly<Record<Level, RegExp>> = {
  commune: /^(?:xã|phường|đặc\s+khu|[xp]\.)\s*/iu,
  district: /^(?:huyện|quận|[hq]\.)\s*/iu,
  province: /^(?:tỉnh|thành\s+phố|tp\.?|t\.)\s*/iu,
};

/** A column of one level: the same without its word. */
export function readPlaceCell(text: string, level: Level): string {
  return withoutWord(cleanName(text), level);
}
