import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import type { Commune, GeoPoint, Province } from '../domain/place.ts';
import type { PlaceAsSigned } from '../domain/decision.ts';
import type { Product } from '../domain/product.ts';
import { communePath, provincePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';

export interface Link {
  text: string;
  href: string;
}

/** Where a product comes from, today's names first, the signed ones beside them. */
export interface PlaceView {
  /** One line for cards: "Xã Thiên Cầm, Hà Tĩnh"; undefined when nothing is known. */
  line?: string;
  commune?: Link;
  province?: Link;
  /** Every commune or province that it may be; none is preferred. */
  candidates: readonly Link[];
  why?: 'split' | 'ambiguous';
  /** "Thị trấn Thiên Cầm, huyện Cẩm Xuyên, Hà Tĩnh" as the source writes it. */
  asSigned?: string;
  point?: GeoPoint;
}

export function placeView(view: View, product: Product, language: Language): PlaceView {
  const place = view.catalogue.placeOf(product.id);
  const asSigned = signedLine(product.place);
  switch (place.kind) {
    case 'commune': {
      const commune = communeLink(view, place.commune, language);
      const province = provinceLink(place.province, language);
      return { line: `${commune.text}, ${shortProvince(place.province, language)}`, commune, province, candidates: [], asSigned, point: place.commune.point };
    }
    case 'communes': {
      const province = place.province === undefined ? undefined : provinceLink(place.province, language);
      return { line: province?.text, province, candidates: place.communes.map((commune) => communeLink(view, commune, language)), why: place.why, asSigned };
    }
    case 'province':
      return { line: shortProvince(place.province, language), province: provinceLink(place.province, language), candidates: [], asSigned };
    case 'provinces':
      return { candidates: place.provinces.map((province) => provinceLink(province, language)), why: 'ambiguous', asSigned };
    case 'nothing':
      return { candidates: [], asSigned };
  }
}

export function communeLink(view: View, commune: Commune, language: Language): Link {
  const province = view.catalogue.province(commune.provinceCode) as Province;
  return { text: communeLabel(commune, language), href: communePath(language, province.slug, commune.slug) };
}

export function provinceLink(province: Province, language: Language): Link {
  return { text: provinceLabel(province, language), href: provincePath(language, province.slug) };
}

export function shortProvince(province: Province, language: Language): string {
  return language === 'vi' ? province.name : province.nameEn;
}

/** The names as a document writes them, on one line; undefined where it names none. */
export function signedLine({ commune, district, province }: PlaceAsSigned): string | undefined {
  const parts = [commune, district, province].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
