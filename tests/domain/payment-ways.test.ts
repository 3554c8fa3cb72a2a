import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_LEAST_DONG, CARD_MOST_DONG } from '../../src/domain/card-limits.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../src/domain/order.ts';
import { dueBefore, paymentFault, waysToPay } from '../../src/domain/payment-ways.ts';

const CASH = { limitPerPhone: 3, depositAboveDong: 2_000_000, depositPercent: 30 };
const ALL = PAYMENT_METHODS;
const seller = { sample: false, hasBank: true };

test.each([
  ['nobody sells', { seller: undefined, transfers: true, cards: true, practice: true }, []],
  ['nothing is set up', { seller, transfers: false, cards: false, practice: false }, ['cod']],
  ['transfers', { seller, transfers: true, cards: false, practice: false }, ['cod', 'vietqr']],
  ['transfers without an account', { seller: { ...seller, hasBank: false }, transfers: true, cards: false, practice: false }, ['cod']],
  ['cards', { seller, transfers: false, cards: true, practice: false }, ['cod', 'stripe']],
  ['practice with a pretended seller', { seller: { ...seller, sample: true }, transfers: true, cards: false, practice: true }, ['cod', 'vietqr', 'practice']],
  ['practice never with a real one', { seller, transfers: true, cards: false, practice: true }, ['cod', 'vietqr']],
])('ways that are on: %s', (_, setUp, ways) => expect(waysToPay(setUp)).toEqual(ways));

test.each<[PaymentMethod, number, number | undefined, unknown]>([
  ['cod', 100_000, undefined, undefined],
  ['cod', 100_000, 2, undefined],
  ['cod', 100_000, 3, { kind: 'cod-limit', most: 3 }],
  ['stripe', CARD_MOST_DONG, 9, undefined],
  ['stripe', CARD_MOST_DONG + 1, undefined, { kind: 'card-too-large' }],
  ['stripe', CARD_LEAST_DONG - 1, undefined, { kind: 'card-too-small' }],
  ['vietqr', 9_000_000_000, 9, undefined],
  ['practice', 1, 9, undefined],
])('%s for %i đồng with %s open cash orders', (method, totalDong, openCashOrders, fault) => {
  expect(paymentFault(method, ALL, { totalDong, cash: CASH, openCashOrders })).toEqual(fault);
});

test('a deposit is asked for only where a transfer can bring it', () => {
  const order = { totalDong: 2_000_001, cash: CASH };
  expect(paymentFault('cod', ['cod', 'vietqr'], order)).toBeUndefined();
  expect(paymentFault('cod', ['cod', 'stripe'], order)).toEqual({ kind: 'no-deposit', aboveDong: 2_000_000 });
  expect(paymentFault('cod', ['cod'], { ...order, totalDong: 2_000_000 })).toBeUndefined();
});

test('a way that is off is never taken, and an order that may be paid so owes no more than its total before it leaves', () => {
  fc.assert(
    fc.property(fc.subarray([...ALL]), fc.constantFrom(...ALL), fc.integer({ min: 0, max: 1_000_000_000 }), fc.option(fc.nat(5), { nil: undefined }), (ways, method, totalDong, openCashOrders) => {
      const order = { totalDong, cash: CASH, openCashOrders };
      const fault = paymentFault(method, ways, order);
      if (!ways.includes(method)) expect(fault).toEqual({ kind: 'payment' });
      const due = dueBefore(method, order);
      expect(due).toBeLessThanOrEqual(totalDong);
      if (fault === undefined && method === 'cod' && due > 0) expect(ways).toContain('vietqr');
      if (method !== 'cod') expect(due).toBe(totalDong);
    }),
  );
});
