import { describe, expect, it } from 'vitest';
import { formatDate, formatPartialDate } from '../../src/i18n/format-date.ts';
import { formatArea, formatCount } from '../../src/i18n/format-number.ts';

describe('formatDate', () => {
  it.each([
    ['2027-10-15', '15/10/2027', '15 October 2027'],
    ['2026-01-05', '05/01/2026', '5 January 2026'],
    ['2024-02-29', '29/02/2024', '29 February 2024'],
  ])('writes %s as %s and as %s', (day, vietnamese, english) => {
    expect(formatDate(day, 'vi')).toBe(vietnamese);
    expect(formatDate(day, 'en')).toBe(english);
  });
});

describe('formatPartialDate', () => {
  it.each([
    ['2024-07', 'tháng 7/2024', 'July 2024'],
    ['2024-12', 'tháng 12/2024', 'December 2024'],
    ['2023', 'năm 2023', '2023'],
    ['2023-11-14', '14/11/2023', '14 November 2023'],
  ])('is as precise as %s: %s, %s', (date, vietnamese, english) => {
    expect(formatPartialDate(date, 'vi')).toBe(vietnamese);
    expect(formatPartialDate(date, 'en')).toBe(english);
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0', '0'],
    [295, '295', '295'],
    [3321, '3.321', '3,321'],
    [20000, '20.000', '20,000'],
    [1234567, '1.234.567', '1,234,567'],
  ])('groups the digits of %d: %s, %s', (count, vietnamese, english) => {
    expect(formatCount(count, 'vi')).toBe(vietnamese);
    expect(formatCount(count, 'en')).toBe(english);
  });
});

describe('formatArea', () => {
  it.each([
    [4.13, '4,1\u00a0km²', '4.1\u00a0km²'],
    [99.97, '100\u00a0km²', '100\u00a0km²'],
    [5.02, '5\u00a0km²', '5\u00a0km²'],
    [8063.4, '8.063\u00a0km²', '8,063\u00a0km²'],
  ])('keeps a tenth of %d only while it is small: %s, %s', (area, vietnamese, english) => {
    expect(formatArea(area, 'vi')).toBe(vietnamese);
    expect(formatArea(area, 'en')).toBe(english);
  });
});
