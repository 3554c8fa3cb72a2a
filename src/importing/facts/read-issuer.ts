import type { Issuer, IssuerLevel } from '../../domain/decision.ts';
import { slugify } from '../../domain/fold.ts';

/** The office's word for each level. */
export const LEVEL_WORDS: Readonly<Record<IssuerLevel, string>> = { district: 'huyện', province: 'tỉnh', central: 'trung ương' };

const CITIES = 'ha noi|hue|da nang|ho chi minh|hai phong|can tho';
const COMMITTEE = '(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd) ';
const LEVELS: readonly (readonly [IssuerLevel, RegExp])[] = [
  ['central', /^(?:bo|thu tuong|chinh phu|hoi dong .*(?:trung uong|quoc gia)|van phong dieu phoi .*trung uong|van phong .*trung uong)\b/],
  ['province', new RegExp(`^${COMMITTEE}(?:tinh |(?:thanh pho|tp) (?:${CITIES})\\b)`)],
  ['district', new RegExp(`^${COMMITTEE}(?:huyen|quan|thi xa|thanh pho|tp) `)],
];

/** The level that the authority's own name says; undefined when it says none. */
export function levelOfName(name: string): IssuerLevel | undefined {
  const plain = slugify(name).replaceAll('-', ' ');
  return LEVELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

export function readLevel(text: string): IssuerLevel | undefined {
  const plain = slugify(text).replaceAll('-', ' ').replace(/^cap /, '');
  if (/^(trung uong|central|quoc gia)$/.test(plain)) return 'central';
  if (/^(tinh|province|thanh pho)$/.test(plain)) return 'province';
  return /^(huyen|district|quan|thi xa)$/.test(plain) ? 'district' : undefined;
}

/** `UBND tỉnh Hà Tĩnh` and `Ủy ban nhân dân tỉnh Hà Tĩnh` are one authority. */
export function sameIssuer(a: Issuer, b: Issuer): boolean {
  return a.level === b.level && (a.name === undefined || b.name === undefined || issuerKey(a.name) === issuerKey(b.name));
}

/** `ha-tinh` of `UBND tỉnh Hà Tĩnh`, `trung-uong` for the centre: how ids of decisions begin. */
export function issuerSlug(issuer: Issuer): string | undefined {
  if (issuer.level === 'central') return 'trung-uong';
  const place = placeOfIssuer(issuer.name ?? '');
  return place === undefined ? undefined : slugify(place.name);
}

/** Which province or district the authority's name speaks of. */
export function placeOfIssuer(name: string): { level: 'province' | 'district'; name: string } | undefined {
  const level = levelOfName(name);
  const [, bare] = /(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\s+([^,(]+)/iu.exec(name) ?? [];
  return bare === undefined || level === undefined || level === 'central' ? undefined : { level, name: bare.trim() };
}

function issuerKey(name: string): string {
  return slugify(name).replace(/^chu-tich-/, '').replace(/^uy-ban-nhan-dan/, 'ubnd').replace(/-thanh-pho-/, '-tp-');
}
