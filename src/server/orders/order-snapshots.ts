import type { Catalogue, NamedPack } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { holds, statusOn } from '../../domain/certificate-status.ts';
import type { PricedLine } from '../../domain/cart-pricing.ts';
import type { OrderLineSnapshot } from '../../domain/order.ts';
import type { Producer } from '../../domain/producer.ts';
import type { Product } from '../../domain/product.ts';

/**
 * What a line says for ever: names, producer and the star that is held on the day; a star that has ended, or
 * does not cover the pack, is not part of it.
 */
export function lineSnapshot(catalogue: Catalogue, line: Pick<PricedLine, 'kind' | 'sku'>, day: IsoDate): OrderLineSnapshot {
  return line.kind === 'pack' ? packSnapshot(catalogue, line.sku, day) : basketSnapshot(catalogue, line.sku);
}

function packSnapshot(catalogue: Catalogue, sku: string, day: IsoDate): OrderLineSnapshot {
  const { product, pack, producer } = packNamed(catalogue, sku);
  const star = pack.coveredByDecision === 'no' ? undefined : starOn(catalogue, product, day);
  return {
    name: { vi: product.name, en: product.nameEn },
    label: pack.label,
    productId: product.id,
    ...(producer !== undefined && { producerId: producer.id, producer: producer.name }),
    ...(star !== undefined && { star }),
    sample: product.sample,
  };
}

function packNamed(catalogue: Catalogue, sku: string): NamedPack & { producer: Producer | undefined } {
  const found = catalogue.pack(sku);
  if (found === undefined) throw new Error(`"${sku}" is sold but is no pack`);
  const { producerId } = found.product;
  return { ...found, producer: producerId === undefined ? undefined : catalogue.producer(producerId) };
}

/** Undefined when none is held on the day. */
function starOn(catalogue: Catalogue, product: Product, day: IsoDate): OrderLineSnapshot['star'] {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), day);
  if (certificate?.stars === undefined || !holds(statusOn(certificate, day).status)) return undefined;
  return { stars: certificate.stars, ...(certificate.validUntil !== undefined && { validUntil: certificate.validUntil }), ...(certificate.number !== undefined && { decision: certificate.number }) };
}

function basketSnapshot(catalogue: Catalogue, id: string): OrderLineSnapshot {
  const basket = catalogue.shop.basket(id);
  if (basket === undefined) throw new Error(`"${id}" is sold but is no basket`);
  const contents = basket.lines.map(({ sku, quantity }) => {
    const { product, pack, producer } = packNamed(catalogue, sku);
    const alone = catalogue.shop.offer(sku)?.priceDong;
    return { sku, quantity, name: { vi: product.name, en: product.nameEn }, label: pack.label, ...(producer !== undefined && { producerId: producer.id }), ...(alone !== undefined && { unitDong: alone }) };
  });
  return { name: { vi: basket.name.vi, en: basket.name.en ?? basket.name.vi }, label: contents.map(({ quantity, name, label }) => `${quantity} × ${name.vi} (${label})`).join(', '), contents, sample: basket.sample };
}
