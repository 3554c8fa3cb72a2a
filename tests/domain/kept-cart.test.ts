import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_LINES, MOST_OF_ONE } from '../../src/domain/cart.ts';
import { EMPTY_CART, putIn, readKeptCart, setQuantity, writeKeptCart, type KeptCart } from '../../src/domain/kept-cart.ts';
import { keptCount } from '../../src/domain/kept-cart-count.ts';

const sku = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((text) => text.length <= 40);
const line = fc.record({ sku, quantity: fc.integer({ min: 1, max: MOST_OF_ONE }), seenDong: fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: undefined }) }, { requiredKeys: ['sku', 'quantity'] });
const cart: fc.Arbitrary<KeptCart> = fc
  .record({ lines: fc.uniqueArray(line, { selector: (one) => one.sku, maxLength: 30 }), voucher: fc.option(fc.stringMatching(/^\S{1,30}$/).map((text) => text.toWellFormed().slice(0, 30)), { nil: undefined }), province: fc.option(sku, { nil: undefined }) })
  .map(({ lines, voucher, province }) => ({
    lines: lines.map(({ seenDong, ...rest }) => ({ ...rest, ...(seenDong !== undefined && { seenDong }) })),
    ...(voucher && { voucher }),
    ...(province && { province }),
  }));

describe('the cookie of a cart', () => {
  test('gives back what was written', () => {
    fc.assert(fc.property(cart, (kept) => void expect(readKeptCart(writeKeptCart(kept))).toEqual(kept)));
  });

  test('has only characters that a cookie carries as they are', () => {
    fc.assert(fc.property(cart, (kept) => void expect(writeKeptCart(kept)).toMatch(/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/)));
  });

  test('may say anything: what can be understood is taken, nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }).map((text) => `1~${text}`), fc.array(fc.constantFrom('1', 'a.1', 'a.0', 'b.99999', '!%E0%', '@x', '~', 'c.2.5', 'C.1')).map((parts) => parts.join('~'))), (text) => {
        const { lines } = readKeptCart(text);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        for (const { quantity } of lines) expect(quantity >= 1 && quantity <= MOST_OF_ONE).toBe(true);
        expect(new Set(lines.map((one) => one.sku)).size).toBe(lines.length);
      }),
    );
  });

  test('is counted by every page as the server reads it', () => {
    fc.assert(fc.property(cart, (kept) => void expect(keptCount(`a=b; gio=${writeKeptCart(kept)}; c=d`)).toBe(kept.lines.reduce((sum, { quantity }) => sum + quantity, 0))));
    expect([keptCount(''), keptCount('gio='), keptCount('xgio=1~a.5'), keptCount('gio=2~a.5')]).toEqual([0, 0, 0, 0]);
  });
});

describe('a cart', () => {
  const full: KeptCart = { lines: Array.from({ length: MOST_LINES }, (_, at) => ({ sku: `goi-${at}`, quantity: 1 })) };

  test('takes more of what is in it, up to the most of one', () => {
    const once = putIn(EMPTY_CART, { sku: 'mat-ong', quantity: 2 }) as KeptCart;
    expect(putIn(once, { sku: 'mat-ong', quantity: 3 })).toEqual({ lines: [{ sku: 'mat-ong', quantity: 5 }] });
    expect(putIn(once, { sku: 'mat-ong', quantity: MOST_OF_ONE })).toEqual({ lines: [{ sku: 'mat-ong', quantity: MOST_OF_ONE }] });
  });

  test('says when it is full, and loses nothing', () => {
    expect(putIn(full, { sku: 'mot-nua', quantity: 1 })).toBe('full');
    expect(putIn(full, { sku: 'goi-3', quantity: 1 })).toMatchObject({ lines: { length: MOST_LINES } });
    const long: KeptCart = { lines: Array.from({ length: 40 }, (_, at) => ({ sku: `${'x'.repeat(95)}-${at}`, quantity: 1 })) };
    expect(putIn(long, { sku: 'mot-nua', quantity: 1 })).toBe('full');
  });

  test('drops a line at zero and keeps the others in their order', () => {
    expect(setQuantity({ lines: [{ sku: 'a', quantity: 1 }, { sku: 'b', quantity: 2 }] }, 'a', 0)).toEqual({ lines: [{ sku: 'b', quantity: 2 }] });
    expect(setQuantity({ lines: [{ sku: 'a', quantity: 1, seenDong: 5 }] }, 'a', 9)).toEqual({ lines: [{ sku: 'a', quantity: 9, seenDong: 5 }] });
  });
});
