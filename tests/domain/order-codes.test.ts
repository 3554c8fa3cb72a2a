import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderNumber, parseOrderNumber, spacedOrderNumber } from '../../src/domain/order-number.ts';
import { newTransferCode, transferCodeIn, transferCodesIn } from '../../src/domain/transfer-code.ts';
import { TRACE_ALPHABET } from '../../src/domain/trace-code.ts';

describe('the number of an order', () => {
  test('counts up and carries a check character', () => {
    expect([1, 2, 123, 1_234_567].map(orderNumber)).toEqual(['DH000001' + orderNumber(1).slice(-1), 'DH000002' + orderNumber(2).slice(-1), 'DH000123' + orderNumber(123).slice(-1), 'DH1234567' + orderNumber(1_234_567).slice(-1)]);
    expect(() => orderNumber(0)).toThrow('0 is no number of an order');
  });

  test('is found again however it is typed, and not with one character wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.nat(5), fc.integer({ min: 1, max: 9 }), (n, at, plus) => {
        const number = orderNumber(n);
        for (const typed of [number, spacedOrderNumber(number), number.toLowerCase(), number.slice(2), ` đh ${number.slice(2, -1)} ${number.slice(-1)}`]) expect(parseOrderNumber(typed)).toBe(number);
        const digits = [...number];
        digits[2 + at] = String((Number(digits[2 + at]) + plus) % 10);
        expect(parseOrderNumber(digits.join(''))).toBeUndefined();
      }),
    );
  });
});

describe('the code in a transfer', () => {
  const code = newTransferCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7]));

  test('is OCOP, eight characters and one that checks them', () => {
    expect(code).toMatch(/^OCOP01234567[0-9A-HJKMNP-TV-Z]$/);
    expect(() => newTransferCode(new Uint8Array(7))).toThrow('a transfer code takes 8 random bytes');
  });

  test('is found in whatever a bank makes of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.constantFrom('MBVCB.123.', 'thanh toan don hang ', 'Chuyển tiền: ', ''), fc.constantFrom('', '.CT tu 0011', '-FT26', ' ;'), (bytes, before, after) => {
        const wanted = newTransferCode(bytes);
        for (const written of [wanted, wanted.toLowerCase(), wanted.replace(/(.{4})/g, '$1 '), wanted.replace(/(.{6})/g, '$1-')]) expect(transferCodeIn(before + written + after)).toBe(wanted);
      }),
    );
  });

  test('with one wrong character, or two exchanged, it is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(8), fc.constantFrom(...TRACE_ALPHABET), (bytes, at, other) => {
        const right = newTransferCode(bytes);
        const wrong = right.slice(0, 4 + at) + other + right.slice(5 + at);
        if (wrong !== right) expect(transferCodesIn(wrong)).toEqual([]);
      }),
    );
  });

  test('two different ones name no single order; the same one twice does', () => {
    const other = newTransferCode(Uint8Array.from([9, 9, 9, 9, 9, 9, 9, 9]));
    expect(transferCodeIn(`${code} ${other}`)).toBeUndefined();
    expect(transferCodesIn(`${code} ${other}`)).toEqual([code, other]);
    expect(transferCodeIn(`${code} ${code}`)).toBe(code);
    expect(transferCodeIn('tien ca phe')).toBeUndefined();
  });
});
