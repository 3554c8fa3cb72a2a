import type { RawRegister } from '../raw-register.ts';

/** One record naming another that exists, and which of the two are practice data. */
export interface Reference {
  file: string;
  field: string;
  id: string;
  fromSample: boolean;
  toSample: boolean;
}

/** Product to producer, decision line to product. An id that stands both in the samples and outside counts as either. */
export function references(register: RawRegister): Reference[] {
  const producers = Map.groupBy(register.producers, (producer) => producer.id);
  const products = Map.groupBy(register.products, (product) => product.id);
  const named = [
    ...register.products.map(({ file, sample, record }) => ({ file, sample, field: 'producer', id: record.producer, known: producers })),
    ...register.decisions.flatMap(({ file, sample, record }) =>
      record.lines.map(({ product }, place) => ({ file, sample, field: `lines.${place}.product`, id: product, known: products })),
    ),
  ];
  return named.flatMap(({ file, sample, field, id, known }) => {
    const targets = id === undefined ? [] : (known.get(id) ?? []);
    if (id === undefined || targets.length === 0) return [];
    const toSample = targets.some((target) => target.sample === sample) ? sample : !sample;
    return [{ file, field, id, fromSample: sample, toSample }];
  });
}
