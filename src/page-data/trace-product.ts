import type { Product } from '../domain/product.ts';
import { producerPath, productPath, type Language } from '../paths.ts';
import type { DerivedPhotograph } from '../media/product-photographs.ts';
import { lotId } from '../catalogue/lot-id.ts';
import { placeView, type Link, type PlaceView } from './place-view.ts';
import type { TraceContext } from './trace-context.ts';

export interface TraceProduct {
  name: string;
  /** The name on the pack, under an English one. */
  originalName?: string;
  href: string;
  /** As declared, in Vietnamese. */
  pack: string;
  producer?: Link;
  place: PlaceView;
  drawing: string;
  photograph?: DerivedPhotograph;
  alcohol: boolean;
}

export function traceProduct(context: TraceContext): TraceProduct {
  const { view, product, pack, text } = context;
  const producer = product.producerId === undefined ? undefined : view.catalogue.producer(product.producerId);
  const name = localName(product, text);
  return {
    name,
    originalName: name === product.name ? undefined : product.name,
    href: productPath(text, product.id),
    pack: pack.label,
    producer: producer && { text: producer.name, href: producerPath(text, producer.id) },
    place: placeView(view, product, text),
    drawing: product.drawing,
    photograph: photographsOf(context)[0],
    alcohol: product.alcohol,
  };
}

/** The lot's own, else the product's. */
export function photographsOf({ view, product, lot }: Pick<TraceContext, 'view' | 'product' | 'lot'>): readonly DerivedPhotograph[] {
  const ofLot = lot === undefined ? [] : (view.photographs?.get(lotId(lot)) ?? []);
  return ofLot.length > 0 ? ofLot : (view.photographs?.get(product.id) ?? []);
}

export function localName(product: Pick<Product, 'name' | 'nameEn'>, text: Language): string {
  return text === 'vi' ? product.name : product.nameEn;
}
