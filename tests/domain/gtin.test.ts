import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf, isGtin, parseGtin, toGtin14 } from '../../src/domain/gtin.ts';

/** Bodies of 7, 11, 12 and 13 digits with their check digit put on. */
const anyGtin = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  .map((digits) => digits.join('') + checkDigitOf(digits.join('')));

describe('GTIN', () => {
  it.each([
    // Published examples: of GS1 (GTIN-13, SSCC), and well-known printed UPC-A and EAN-8 numbers.
    ['629104150021', '3'],
    ['952123456789', '9'],
    ['37610425002123456', '9'],
    ['03600029145', '2'],
    ['9638507', '4'],
  ])('%s takes the check digit %s', (body, digit) => {
    expect(checkDigitOf(body)).toBe(digit);
  });

  it('of any length keeps its check digit when it is padded to 14', () => {
    fc.assert(
      fc.property(anyGtin, (digits) => {
        expect(isGtin(digits)).toBe(true);
        expect(isGtin(toGtin14(digits))).toBe(true);
        expect(toGtin14(toGtin14(digits))).toHaveLength(14);
      }),
    );
  });

  it('with any one digit changed is refused', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const place = at % digits.length;
        const wrong = digits.slice(0, place) + ((Number(digits[place]) + by) % 10) + digits.slice(place + 1);
        expect(parseGtin(wrong)).toBe('check-digit');
      }),
    );
  });

  it.each([
    ['9521234567899', '952'],
    ['19521234567896', '952'],
    ['8931234567897', '893'],
    ['036000291452', '003'],
    ['96385074', '963'],
  ])('%s has the prefix %s', (digits, prefix) => {
    expect(parseGtin(digits)).toMatchObject({ digits, prefix });
  });

  it.each([
    ['', 'not-digits'],
    ['952 123456789 9', 'not-digits'],
    ['９521234567899', 'not-digits'],
    ['952123456789X', 'not-digits'],
    ['123456789', 'length'],
    ['952123456789912', 'length'],
    ['9521234567890', 'check-digit'],
  ])('"%s" is refused for its %s', (text, fault) => {
    expect(parseGtin(text)).toBe(fault);
    expect(isGtin(text)).toBe(false);
  });
});
