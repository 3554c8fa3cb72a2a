import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { ProductRecord } from '../../catalogue/schemas/product.ts';
import { areNear, productKey } from './name-key.ts';
import type { RegisterIndex } from './register-index.ts';

export type FoundProduct =
  | { kind: 'same'; product: RawRecord<ProductRecord> }
  | { kind: 'perhaps'; products: readonly RawRecord<ProductRecord>[] }
  | { kind: 'none' };

export interface ProductAsked {
  name: string;
  /** Undefined: the row names none. `new` has no products in the register yet. */
  producer: { id: string } | 'new' | undefined;
  provinces: readonly string[];
  /** Products that the row's decision names already. */
  inDecision: ReadonlySet<string>;
}

/**
 * Name and producer together are one product. Where one side does not know the producer, a name alone is only likely,
 * unless the same decision names it already. Other producers may well sell goods of the same name.
 */
export function findProduct(index: RegisterIndex, asked: ProductAsked): FoundProduct {
  const key = productKey(asked.name);
  const sameName = index.productsByKey(key).filter((product) => mayBeMadeBy(product, asked));
  const certain = sameName.filter((product) => isMadeBy(product, asked) || asked.inDecision.has(product.id));
  const [only, ...more] = certain;
  if (only !== undefined) return more.length === 0 ? { kind: 'same', product: only } : { kind: 'perhaps', products: certain };
  const here = sameName.filter(({ id }) => mayLieIn(index.provincesOfProduct(id), asked.provinces));
  if (here.length > 0) return { kind: 'perhaps', products: here };
  const near = neighbours(index, asked).filter(
    (product) => areNear(key, productKey(product.record.name)) && mayLieIn(index.provincesOfProduct(product.id), asked.provinces),
  );
  return near.length === 0 ? { kind: 'none' } : { kind: 'perhaps', products: near };
}

/** Those of the same producer and those of which no producer is known. */
function neighbours(index: RegisterIndex, { producer }: ProductAsked): readonly RawRecord<ProductRecord>[] {
  const unknown = index.productsOf(undefined);
  return producer === undefined || producer === 'new' ? unknown : [...index.productsOf(producer.id), ...unknown];
}

function isMadeBy({ record }: RawRecord<ProductRecord>, { producer }: ProductAsked): boolean {
  return record.producer !== undefined && typeof producer === 'object' && record.producer === producer.id;
}

function mayBeMadeBy(product: RawRecord<ProductRecord>, asked: ProductAsked): boolean {
  return product.record.producer === undefined || asked.producer === undefined || isMadeBy(product, asked);
}

function mayLieIn(known: readonly string[], provinces: readonly string[]): boolean {
  return known.length === 0 || provinces.length === 0 || provinces.some((code) => known.includes(code));
}
