import { lowestPackPrice } from '../catalogue/pack-price.ts';
import { remember } from '../catalogue/remember.ts';
import { formatDong } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { producerPath, productPath, type Language } from '../paths.ts';
import type { DerivedPhotograph } from '../media/product-photographs.ts';
import type { View } from '../publish/view.ts';
import { currentCertificate, type CertificateView } from './certificate-view.ts';
import { placeView, type Link, type PlaceView } from './place-view.ts';

/** What a card, a table row or a related list shows of a product. */
export interface ProductSummary {
  id: string;
  name: string;
  /** The Vietnamese name under an English one; undefined where both are the same or the page is Vietnamese. */
  originalName?: string;
  href: string;
  producer?: Link;
  place: PlaceView;
  certificate?: CertificateView;
  drawing: string;
  /** The first photograph; undefined while there is none. */
  photograph?: DerivedPhotograph;
  alcohol: boolean;
  sample: boolean;
  /** "từ 160.000 ₫"; never for alcohol. */
  lowestPrice?: string;
}

export function productSummary(view: View, product: Product, language: Language): ProductSummary {
  const producer = product.producerId === undefined ? undefined : view.catalogue.producer(product.producerId);
  const lowest = lowestPackPrice(view.catalogue, product);
  const name = language === 'vi' ? product.name : product.nameEn;
  return {
    id: product.id,
    name,
    originalName: name === product.name ? undefined : product.name,
    href: productPath(language, product.id),
    producer: producer && { text: producer.name, href: producerPath(language, producer.id) },
    place: placeView(view, product, language),
    certificate: currentCertificate(view, product.id, language),
    drawing: product.drawing,
    photograph: view.photographs?.get(product.id)?.[0],
    alcohol: product.alcohol,
    sample: product.sample,
    lowestPrice: lowest === undefined ? undefined : formatDong(lowest, language),
  };
}

/** Lists never show alcohol (Decree 24/2020 art. 6 asks for a declaration first). */
export const listed = remember((products: readonly Product[]): readonly Product[] => products.filter((product) => !product.alcohol));
