import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailedDelivery, cashAtTheDoor, cashLimitFault, DELIVERY_FAILURES, depositFor } from '../../src/domain/cash-on-delivery.ts';

const RULES = { limitPerPhone: 3, depositAboveDong: 2_000_000, depositPercent: 30 };

test('a number has so many open cash orders and no more', () => {
  expect(cashLimitFault(2, RULES.limitPerPhone)).toBeUndefined();
  expect(cashLimitFault(3, RULES.limitPerPhone)).toEqual({ kind: 'cod-limit', most: 3 });
});

test.each([
  [2_000_000, 0],
  [2_000_001, 601_000],
  [2_500_000, 750_000],
  [2_500_001, 751_000],
])('a total of %i asks for %i in advance', (total, deposit) => {
  expect(depositFor(total, RULES)).toBe(deposit);
});

test('without a threshold nothing is asked for; a threshold of nothing asks always', () => {
  expect(depositFor(90_000_000, { ...RULES, depositAboveDong: undefined })).toBe(0);
  expect(depositFor(400, { depositAboveDong: 0, depositPercent: 1 })).toBe(400);
});

test('a deposit is whole đồng, at least its share, less than a thousand above it, never above the total; door and deposit make the total', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 1, max: 100 }), (total, percent) => {
      const deposit = depositFor(total, { depositAboveDong: 0, depositPercent: percent });
      expect(Number.isSafeInteger(deposit)).toBe(true);
      expect(deposit * 100).toBeGreaterThanOrEqual(Math.min(total * 100, total * percent));
      expect(deposit).toBeLessThanOrEqual(total);
      expect((deposit - 1_000) * 100).toBeLessThan(total * percent);
      expect(deposit + cashAtTheDoor(total, deposit)).toBe(total);
    }),
  );
  expect(cashAtTheDoor(100, 150)).toBe(0);
});

test('every failed delivery leads on, and none is tried for ever', () => {
  expect(DELIVERY_FAILURES.map((failure) => [failure, afterFailedDelivery(failure, 1), afterFailedDelivery(failure, 2)])).toEqual([
    ['not-reached', 'try-again', 'return'],
    ['asked-for-later', 'try-again', 'return'],
    ['wrong-address', 'call', 'return'],
    ['refused', 'return', 'return'],
    ['damaged', 'return', 'return'],
  ]);
});
