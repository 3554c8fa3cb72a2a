import type { RawRecord, RawRegister } from '../raw-register.ts';
import type { ProductRecord } from '../schemas/product.ts';

/** One pack where it is written. */
export interface PackIn {
  product: RawRecord<ProductRecord>;
  file: string;
  /** `packs.0` */
  field: string;
  pack: ProductRecord['packs'][number];
}

export function packsIn(register: RawRegister): PackIn[] {
  return register.products.flatMap((product) =>
    product.record.packs.map((pack, place) => ({ product, file: product.file, field: `packs.${place}`, pack })),
  );
}
