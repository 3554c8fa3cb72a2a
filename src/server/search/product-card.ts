import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { communeLabel } from '../../domain/place-label.ts';
import type { Province } from '../../domain/place.ts';
import type { Product } from '../../domain/product.ts';
import { productPath, type Language } from '../../paths.ts';
import type { SuggestedCard } from '../../results/make-suggestions.ts';

/** What a suggestion or an answer of the endpoint says of a product. */
export interface ProductCard extends SuggestedCard {
  commune?: string | undefined;
  province?: string | undefined;
}

export function productCard(catalogue: Catalogue, product: Product, language: Language, asOf: IsoDate): ProductCard {
  const place = catalogue.placeOf(product.id);
  const commune = place.kind === 'commune' ? communeLabel(place.commune, language) : undefined;
  const province = 'province' in place && place.province !== undefined ? provinceName(place.province, language) : undefined;
  return {
    href: productPath(language, product.id),
    name: language === 'vi' ? product.name : product.nameEn,
    producer: product.producerId === undefined ? undefined : catalogue.producer(product.producerId)?.name,
    commune,
    province,
    place: [commune, province].filter((part) => part !== undefined).join(', ') || undefined,
    term: certificateOn(catalogue.certificatesOf(product.id), asOf),
    sample: product.sample,
  };
}

export function provinceName(province: Province, language: Language): string {
  return language === 'vi' ? province.name : province.nameEn;
}
