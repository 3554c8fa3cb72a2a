import type { Producer } from '../domain/producer.ts';
import type { RawRecord } from './raw-register.ts';
import { remember } from './remember.ts';
import type { ProducerRecord } from './schemas/producer.ts';

/** A checked record becomes a producer; call it only after the checks found no error. One record, one object. */
export const parseProducer = remember(({ id, record, sample }: RawRecord<ProducerRecord>): Producer => ({ ...record, id, sample }));
