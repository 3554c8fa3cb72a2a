import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPhoneNumber, maskedPhoneNumber, parsePhoneNumber } from '../../src/domain/phone-number.ts';

test.each([
  ['0905123456', '+84905123456'],
  ['0905 123 456', '+84905123456'],
  ['090.512.3456', '+84905123456'],
  ['(+84) 905-123-456', '+84905123456'],
  ['+84 (0) 905 123 456', '+84905123456'],
  ['84905123456', '+84905123456'],
  ['0084905123456', '+84905123456'],
  ['０９０５１２３４５６', '+84905123456'],
  ['024 3974 1234', '+842439741234'],
  ['0239 385 5555', '+842393855555'],
  ['+82 10-1234-5678', '+821012345678'],
  ['0044 20 7946 0000', '+442079460000'],
  ['+1 (415) 555-2671', '+14155552671'],
])('%s is %s', (typed, phone) => {
  expect(parsePhoneNumber(typed)).toBe(phone);
});

test.each(['', '905123456', '0105123456', '09051234567', '090512345', '+84105123456', '+84', 'ocop', '0905 12x 456', '1234567', `0905${'1'.repeat(40)}`])('%j is none', (typed) => {
  expect(parsePhoneNumber(typed)).toBeUndefined();
});

test('never throws, and what it accepts it accepts again as the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ().-]{0,20}$/)), (typed) => {
      const phone = parsePhoneNumber(typed);
      if (phone !== undefined) expect(parsePhoneNumber(phone)).toBe(phone);
    }),
  );
});

test('is written as people read it, and masked where it need not be read', () => {
  expect(formatPhoneNumber('+84905123456')).toBe('0905 123 456');
  expect(formatPhoneNumber('+14155552671')).toBe('+14155552671');
  expect(maskedPhoneNumber('+84905123456')).toBe('••• 456');
});
