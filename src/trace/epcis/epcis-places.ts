import type { PlaceAsSigned } from '../../domain/decision.ts';
import { fold } from '../../domain/fold.ts';
import { parseGtin } from '../../domain/gtin.ts';
import type { JourneyStep } from '../../domain/journey-step.ts';
import type { Province } from '../../domain/place.ts';
import { communePath, provincePath } from '../../paths.ts';
import { inFragment, type LotSource } from './epcis-names.ts';

/**
 * A place as an address: its GLN, else the page of today's commune where it is that of the product, else that of the
 * province, with the commune's name as declared behind it. Undefined where no province is known.
 */
export function placeUrl(source: LotSource, { place, placeCode }: Pick<JourneyStep, 'place' | 'placeCode'>): string | undefined {
  if (placeCode !== undefined && isGln(placeCode)) return `https://id.gs1.org/414/${placeCode}`;
  if (place === undefined) return undefined;
  const { catalogue, siteUrl, product } = source;
  const home = catalogue.placeOf(product.id);
  if (home.kind === 'commune' && isSamePlace(place, product.place)) return siteUrl + communePath('vi', home.province.slug, home.commune.slug);
  const province = provinceNamed(catalogue.provinces, place.province);
  if (province === undefined) return undefined;
  const inside = [place.commune, place.district].filter((name) => name !== undefined).map(inFragment).join('-');
  return siteUrl + provincePath('vi', province.slug) + (inside === '' ? '' : `#${inside}`);
}

/** As declared; undefined where nothing was. */
export function placeName({ place }: Pick<JourneyStep, 'place'>): string | undefined {
  const names = [place?.commune, place?.district, place?.province].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(', ');
}

/** By today's name or one it was made from. */
export function provinceNamed(provinces: readonly Province[], name: string | undefined): Province | undefined {
  if (name === undefined) return undefined;
  const wanted = fold(name.replace(/^(?:tỉnh|thành phố|TP\.?)\s+/iu, ''));
  const isNamed = (candidate: string): boolean => fold(candidate) === wanted;
  return provinces.find((province) => isNamed(province.name)) ?? provinces.find(({ formerProvinces }) => formerProvinces.some(isNamed));
}

/** A GLN has 13 digits and the check digit of a GTIN-13. */
function isGln(code: string): boolean {
  return code.length === 13 && typeof parseGtin(code) !== 'string';
}

function isSamePlace(a: PlaceAsSigned, b: PlaceAsSigned): boolean {
  return a.commune !== undefined && a.commune === b.commune && a.province === b.province && (a.district === undefined || a.district === b.district);
}
