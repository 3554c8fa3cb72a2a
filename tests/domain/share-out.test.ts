import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from '../../src/domain/share-out.ts';

test('shares exactly, in proportion, and nobody more than its weight', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000_000_000), { minLength: 1, maxLength: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const amount = Math.floor(total * part);
      const shares = shareOut(amount, weights);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      for (const [at, share] of shares.entries()) {
        expect(share).toBeLessThanOrEqual(weights[at] as number);
        if (total > 0) expect(Math.abs(share - ((weights[at] as number) / total) * amount)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('refuses what cannot be shared', () => {
  expect(() => shareOut(11, [5, 5])).toThrow('11 cannot be shared out over 10');
  expect(() => shareOut(0.5, [5])).toThrow(RangeError);
  expect(shareOut(0, [0, 0])).toEqual([0, 0]);
});
