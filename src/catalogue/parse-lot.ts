import type { Lot } from '../domain/lot.ts';
import type { Photograph } from '../domain/product.ts';
import { lotOfId } from './lot-id.ts';
import type { RawRecord } from './raw-register.ts';
import { remember } from './remember.ts';
import type { LotRecord } from './schemas/lot.ts';

/** A checked record becomes a lot; call it only after the checks found no error. One record, one object. */
export const parseLot = remember(({ id, record, sample }: RawRecord<LotRecord>): Lot => {
  const { photographs, ...facts } = record;
  return {
    ...facts,
    ...lotOfId(id),
    photographs: photographs.map((photograph): Photograph => ({ ...photograph, alt: photograph.alt ?? { vi: '' } })),
    sample,
  };
});
