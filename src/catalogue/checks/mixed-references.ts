import { remember } from '../remember.ts';
import type { RawRegister } from '../raw-register.ts';

/** A practice record naming a real one, or the other way round. */
export interface MixedReference {
  file: string;
  field: string;
  id: string;
  fromSample: boolean;
}

/**
 * Product and outlet to producer; decision line, outlet, event and voucher to product; of names that exist only. An id that stands both in the samples and
 * outside counts as either. Two rules ask for the same; a register all of one sort is not looked through.
 */
export const mixedReferences = remember(({ products, producers, decisions, outlets, events, vouchers }: RawRegister): readonly MixedReference[] => {
  const sorts = [products, producers, decisions, outlets, events, vouchers].map(sortOf).filter((sort) => sort !== undefined);
  if (!sorts.includes('both') && new Set(sorts).size < 2) return [];
  const producerSorts = sortsById(producers);
  const productSorts = sortsById(products);
  const found: MixedReference[] = [];
  const look = (file: string, field: string, id: string | undefined, fromSample: boolean, sorts: ReadonlyMap<string, Sorts>): void => {
    const sort = id === undefined ? undefined : sorts.get(id);
    if (id !== undefined && sort !== undefined && sort !== 'both' && (sort === 'sample') !== fromSample) found.push({ file, field, id, fromSample });
  };
  for (const { file, sample, record } of products) look(file, 'producer', record.producer, sample, producerSorts);
  for (const { file, sample, record } of decisions) {
    for (const [place, { product }] of record.lines.entries()) look(file, `lines.${place}.product`, product, sample, productSorts);
  }
  for (const { file, sample, record } of [...outlets, ...events, ...vouchers]) {
    for (const [place, id] of (record.products ?? []).entries()) look(file, `products.${place}`, id, sample, productSorts);
  }
  for (const { file, sample, record } of outlets) {
    for (const [place, id] of record.producers.entries()) look(file, `producers.${place}`, id, sample, producerSorts);
  }
  return found;
});

type Sorts = 'sample' | 'real' | 'both';

/** Undefined for an empty list. Lists stay the same while all their records do. */
const sortOf = remember((records: readonly { sample: boolean }[]): Sorts | undefined => {
  const [samples, real] = [records.some(({ sample }) => sample), records.some(({ sample }) => !sample)];
  return samples && real ? 'both' : samples ? 'sample' : real ? 'real' : undefined;
});

function sortsById(records: readonly { id: string; sample: boolean }[]): ReadonlyMap<string, Sorts> {
  const sorts = new Map<string, Sorts>();
  for (const { id, sample } of records) {
    const sort = sample ? 'sample' : 'real';
    const known = sorts.get(id);
    sorts.set(id, known === undefined || known === sort ? sort : 'both');
  }
  return sorts;
}
