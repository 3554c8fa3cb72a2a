import type { Attestation } from '../domain/decision.ts';
import type { Photograph, Product } from '../domain/product.ts';
import { isStarLevel } from '../domain/star-level.ts';
import { remember } from './remember.ts';
import type { RawRecord } from './raw-register.ts';
import type { ProductRecord } from './schemas/product.ts';

/** A checked record becomes a product; call it only after the checks found no error. One record, one object. */
export const parseProduct = remember(({ id, record, sample }: RawRecord<ProductRecord>): Product => {
  const { producer, group, attestations, photographs, ...facts } = record;
  return {
    ...facts,
    id,
    producerId: producer,
    groupId: group,
    attestations: attestations.map(parseAttestation),
    photographs: photographs.map((photograph): Photograph => ({ ...photograph, alt: photograph.alt ?? { vi: '' } })),
    sample,
  };
});

function parseAttestation(record: ProductRecord['attestations'][number]): Attestation {
  const { issuer, stars, ...facts } = record;
  return {
    ...facts,
    stars: isStarLevel(stars) ? stars : undefined,
    issuer: issuer === 'unknown' ? undefined : issuer,
  };
}
