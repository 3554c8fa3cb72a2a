import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { producersIn, producerStatement, type SoldOrder } from '../../src/domain/producer-statement.ts';

const line = (sku: string, quantity: number, unit: number, discount: number, producerId: string | undefined) => ({ sku, name: sku, label: 'Gói', quantity, goodsDong: quantity * unit, totalDong: quantity * unit - discount, producerId });
const order = (lines: SoldOrder['lines'], kind: SoldOrder['kind'] = 'delivered'): SoldOrder => ({ number: 'DH0000012', day: '2026-11-24', kind, lines, sample: true });

describe('a statement', () => {
  test('has the lines of one producer, with their sums', () => {
    const { rows, quantity, goodsDong, discountDong, totalDong } = producerStatement([order([line('mam', 2, 95_000, 10_000, 'a'), line('mat', 1, 80_000, 0, 'b')])], 'a');
    expect(rows.map(({ sku }) => sku)).toEqual(['mam']);
    expect({ quantity, goodsDong, discountDong, totalDong }).toEqual({ quantity: 2, goodsDong: 190_000, discountDong: 10_000, totalDong: 180_000 });
  });

  test('takes off what came back', () => {
    const sold = order([line('mam', 2, 95_000, 0, 'a')]);
    expect(producerStatement([sold, { ...sold, kind: 'returned' }], 'a')).toMatchObject({ quantity: 0, goodsDong: 0, totalDong: 0 });
  });

  test('shares the price of a basket out by what its packs are worth', () => {
    const basket = { ...line('gio', 1, 300_000, 0, undefined), contents: [{ sku: 'mam', name: 'Mắm', label: '', quantity: 1, producerId: 'a', weight: 100_000 }, { sku: 'mat', name: 'Mật', label: '', quantity: 2, producerId: 'b', weight: 100_000 }] };
    expect([producerStatement([order([basket])], 'a').totalDong, producerStatement([order([basket])], 'b').totalDong]).toEqual([100_000, 200_000]);
  });

  test('together with all others adds up to what buyers paid, whatever was bought', () => {
    const producer = fc.constantFrom('a', 'b', 'c', undefined);
    const content = fc.record({ sku: fc.constantFrom('x', 'y', 'z'), name: fc.constant('x'), label: fc.constant(''), quantity: fc.integer({ min: 1, max: 9 }), producerId: producer, weight: fc.integer({ min: 0, max: 2_000_000 }) });
    const lines = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 0, max: 100 }), producer, fc.option(fc.array(content, { minLength: 1, maxLength: 5 }), { nil: undefined })).map(([quantity, unit, percent, of, contents]) => ({ ...line('s', quantity, unit, Math.floor((quantity * unit * percent) / 100), contents === undefined ? of : undefined), contents })),
      { minLength: 1, maxLength: 5 },
    );
    const orders = fc.array(fc.tuple(lines, fc.constantFrom('delivered' as const, 'returned' as const)).map(([some, kind]) => order(some, kind)), { maxLength: 6 });
    fc.assert(
      fc.property(orders, (sold) => {
        const statements = producersIn(sold).map((id) => producerStatement(sold, id));
        const paid = sold.reduce((sum, one) => sum + one.lines.reduce((all, { totalDong }) => all + totalDong, 0) * (one.kind === 'returned' ? -1 : 1), 0);
        expect(statements.reduce((sum, { totalDong }) => sum + totalDong, 0)).toBe(paid);
        for (const { rows, totalDong, goodsDong, discountDong } of statements) {
          expect(goodsDong - discountDong).toBe(totalDong);
          for (const row of rows) expect(Number.isSafeInteger(row.totalDong) && row.goodsDong - row.discountDong === row.totalDong).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
