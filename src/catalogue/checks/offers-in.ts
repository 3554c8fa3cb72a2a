import type { RawRecord, RawRegister } from '../raw-register.ts';
import type { OffersRecord } from '../schemas/offer.ts';
import type { ProductRecord } from '../schemas/product.ts';

/** One offer where it is written, with the records of the product that its file is named after. */
export interface OfferIn {
  raw: RawRecord<OffersRecord>;
  file: string;
  /** `offers.0` */
  field: string;
  offer: OffersRecord['offers'][number];
  /** Several only where a real and a sample record share the id. */
  products: readonly RawRecord<ProductRecord>[];
}

export function offersIn(register: RawRegister): OfferIn[] {
  const products = Map.groupBy(register.products, ({ id }) => id);
  return register.offers.flatMap((raw) => raw.record.offers.map((offer, at) => ({ raw, file: raw.file, field: `offers.${at}`, offer, products: products.get(raw.id) ?? [] })));
}
