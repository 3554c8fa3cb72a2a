import { describe, expect, it } from 'vitest';
import { actsOf } from '../../src/domain/acts.ts';
import type { RecognitionDecision } from '../../src/domain/decision.ts';
import type { Product } from '../../src/domain/product.ts';

const product: Product = {
  id: 'p', name: 'P', nameEn: 'P', drawing: 'tea', alcohol: false, place: {}, placeEra: 'current',
  attestations: [
    { id: '2019', act: 'recognition', stars: 3, attestedOn: '2019', lapsedBy: '2022-12', issuer: { level: 'province' }, basis: 'read', sources: [{ title: 'notice' }] },
  ],
  photographs: [], packs: [], sources: [], confidence: 'high', sample: true,
};

const decision: RecognitionDecision = {
  id: 'd', number: '1/QĐ-UBND', signedOn: '2024-10-15', issuer: { level: 'province', name: 'UBND tỉnh' }, sources: [{ title: 'paper' }], sample: false,
  lines: [
    { product: 'other', act: 'recognition', stars: 5, basis: 'read' },
    { product: 'p', act: 'upgrade', stars: 4, score: 77, basis: 'inferred', basisNote: 'press-comparison', validUntil: '2027-12-31' },
  ],
};

describe('acts on a product', () => {
  it('are the lines that name it, with all that the decision says', () => {
    expect(actsOf({ ...product, attestations: [] }, [decision])).toEqual([
      {
        id: 'd', productId: 'p', kind: 'upgrade', decisionId: 'd', number: '1/QĐ-UBND', signedOn: '2024-10-15', attestedOn: undefined,
        issuer: { level: 'province', name: 'UBND tỉnh' }, stars: 4, score: 77, basis: 'inferred', basisNote: 'press-comparison',
        statedValidUntil: '2027-12-31', sources: [{ title: 'paper' }], sample: false,
      },
    ]);
  });

  it('are also what sources attest without a decision', () => {
    expect(actsOf(product, [])).toEqual([
      {
        id: '2019', productId: 'p', kind: 'recognition', stars: 3, attestedOn: '2019', lapsedBy: '2022-12',
        issuer: { level: 'province' }, basis: 'read', sources: [{ title: 'notice' }], sample: true,
      },
    ]);
  });

  it('are none for a product that nothing names', () => {
    expect(actsOf({ ...product, id: 'q', attestations: [] }, [decision])).toEqual([]);
  });
});
