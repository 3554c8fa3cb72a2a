import { describe, expect, test } from 'vitest';
import { certificatesOf } from '../../../src/domain/certificate.ts';
import type { Act } from '../../../src/domain/decision.ts';
import type { Pack } from '../../../src/domain/product.ts';
import { starOnLabel } from '../../../src/trace/labels/label-star.ts';
import { plainProduct, plainView } from '../../page-data/plain-view.ts';

const act = (fields: Partial<Act>): Act => ({ id: 'qd-1', productId: 'mam', kind: 'recognition', stars: 4, basis: 'read', sources: [], sample: false, ...fields }) as Act;
const pack = (coveredByDecision: Pack['coveredByDecision'] = 'yes'): Pack => ({ sku: 'mam-500', label: 'Chai 500 ml', coveredByDecision });
const on = (day: string, acts: readonly Act[], covered?: Pack['coveredByDecision']) => {
  const product = plainProduct('mam');
  return starOnLabel(plainView({ products: [product], certificatesOf: () => certificatesOf(acts) }).catalogue, product, pack(covered), day);
};

const granted = [act({ signedOn: '2023-11-14' })];
const revoked = [...granted, act({ id: 'qd-2', kind: 'revocation', signedOn: '2025-03-02' })];
const renewed = [...granted, act({ id: 'qd-2', kind: 'upgrade', stars: 5, signedOn: '2026-06-01' })];

describe('a star is printed only while it is held on the day of printing', () => {
  test.each([
    ['the day before the decision', granted, '2023-11-13', undefined],
    ['the day of the decision', granted, '2023-11-14', { stars: 4, until: '2026-11-14' }],
    ['a day within the term', granted, '2025-05-01', { stars: 4, until: '2026-11-14' }],
    ['the last valid day', granted, '2026-11-14', { stars: 4, until: '2026-11-14' }],
    ['the day after', granted, '2026-11-15', undefined],
    ['the day before a revocation', revoked, '2025-03-01', { stars: 4, until: '2026-11-14' }],
    ['the day of a revocation', revoked, '2025-03-02', undefined],
    ['after an upgrade', renewed, '2026-11-15', { stars: 5, until: '2029-06-01' }],
  ] as const)('%s', (_, acts, day, star) => {
    const found = on(day, acts);
    expect('star' in found ? found.star : undefined).toEqual(star);
  });

  test.each([
    ['no certificate at all', []],
    ['a certificate without stars', [act({ signedOn: '2026-01-05', stars: undefined } as Partial<Act>)]],
    ['a certificate without a date', [act({})]],
    ['a certificate known by its year alone', [act({ attestedOn: '2026' })]],
  ])('%s gives none', (_, acts) => {
    expect(on('2026-11-22', acts)).toHaveProperty('without');
  });

  test('says why there is none', () => {
    expect(on('2026-11-22', granted)).toEqual({ without: 'sao OCOP hết hiệu lực từ 15/11/2026' });
  });
});

test.each(['no', 'unknown'] as const)('a pack that the decision covers "%s" carries no star', (covered) => {
  expect(on('2025-05-01', granted, covered)).toHaveProperty('without');
});
