import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { ProducerRecord } from '../../catalogue/schemas/producer.ts';
import { areNear, producerKey } from './name-key.ts';
import type { RegisterIndex } from './register-index.ts';

export type FoundProducer =
  | { kind: 'same'; producer: RawRecord<ProducerRecord> }
  /** One of these, or a new one. */
  | { kind: 'perhaps'; producers: readonly RawRecord<ProducerRecord>[]; because: 'near' | 'elsewhere' | 'several' }
  | { kind: 'none' };

/** `provinces` are those the row may lie in, empty when it says nothing: a namesake in another province may be another. */
export function findProducer(index: RegisterIndex, name: string, provinces: readonly string[]): FoundProducer {
  const key = producerKey(name);
  const exact = index.producersByKey(key);
  const here = exact.filter(({ id }) => mayLieIn(index.provincesOfProducer(id), provinces));
  const [only, ...more] = here;
  if (only !== undefined) return more.length === 0 ? { kind: 'same', producer: only } : { kind: 'perhaps', producers: here, because: 'several' };
  if (exact.length > 0) return { kind: 'perhaps', producers: exact, because: 'elsewhere' };
  const near = index.producers.filter(({ key: other, record }) => areNear(key, other) && mayLieIn(index.provincesOfProducer(record.id), provinces));
  return near.length === 0 ? { kind: 'none' } : { kind: 'perhaps', producers: [...new Set(near.map(({ record }) => record))], because: 'near' };
}

function mayLieIn(known: ReadonlySet<string>, provinces: readonly string[]): boolean {
  return known.size === 0 || provinces.length === 0 || provinces.some((code) => known.has(code));
}
