import { expect, test } from 'vitest';
import { isPastLastDay, lastDayOfLot } from '../../src/domain/lot-days.ts';

test('the last day is that of use, else of best quality, of a month or year its last', () => {
  expect(lastDayOfLot({ useBy: '2026-11-20', bestBefore: '2026-01-01' })).toBe('2026-11-20');
  expect(lastDayOfLot({ bestBefore: '2026-02' })).toBe('2026-02-28');
  expect(lastDayOfLot({ useBy: '2027' })).toBe('2027-12-31');
  expect(lastDayOfLot({})).toBeUndefined();
});

test('a lot is past its last day from the day after on', () => {
  expect(['2026-11-19', '2026-11-20', '2026-11-21'].map((day) => isPastLastDay({ useBy: '2026-11-20' }, day))).toEqual([false, false, true]);
  expect(isPastLastDay({}, '9999-12-31')).toBe(false);
});
