import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDong, isWholeDong } from '../../src/domain/money.ts';

describe('money', () => {
  it.each([
    [85000, '85.000\u00a0₫', '85,000\u00a0₫'],
    [0, '0\u00a0₫', '0\u00a0₫'],
    [999, '999\u00a0₫', '999\u00a0₫'],
    [1000, '1.000\u00a0₫', '1,000\u00a0₫'],
    [99999999, '99.999.999\u00a0₫', '99,999,999\u00a0₫'],
  ])('%i đồng reads %s in Vietnamese and %s in English', (amount, vi, en) => {
    expect([formatDong(amount, 'vi'), formatDong(amount, 'en')]).toEqual([vi, en]);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        const text = formatDong(amount, 'vi');
        expect(Number(text.replaceAll('.', '').replace('\u00a0₫', ''))).toBe(amount);
        expect(text).toMatch(/^\d{1,3}(\.\d{3})*\u00a0₫$/);
      }),
    );
  });

  it.each([0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses to write %d as đồng', (amount) => {
    expect(() => formatDong(amount, 'vi')).toThrow(RangeError);
  });

  it('takes a whole number above zero for a price, nothing else', () => {
    expect(isWholeDong(1)).toBe(true);
    expect(isWholeDong(85000)).toBe(true);
    for (const amount of [0, -85000, 350.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(isWholeDong(amount)).toBe(false);
  });
});
