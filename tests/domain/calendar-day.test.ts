import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayInVietnam, daysBetween, firstDayOf, fromDayNumber, lastDayOf, monthsAndDays, toDayNumber } from '../../src/domain/calendar-day.ts';
import { isIsoDate, isPartialDate } from '../../src/domain/date-text.ts';
import { anyDay, temporal } from './days.ts';

describe('ISO dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-11-14', '1900-01-01'])('accept %s, which exists', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-11-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '14/11/2026', '2026-11', '', '2026-11-14 '])(
    'refuse "%s"',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );

  it('accept exactly the dates that the calendar has', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        expect(isIsoDate(text)).toBe(temporal.exists(text));
      }),
    );
  });
});

describe('partial dates', () => {
  it.each(['2024', '2024-07', '2024-07-03', '2024-02-29'])('accept %s', (text) => {
    expect(isPartialDate(text)).toBe(true);
  });

  it.each(['24', '2024-7', '2024-13', '2024-00', '2023-02-29', '2024-', '2024-07-', 'chưa rõ', ''])('refuse "%s"', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-03-21', '2024-03-21', '2024-03-21'],
  ])('%s means some day from %s to %s', (partial, first, last) => {
    expect([firstDayOf(partial), lastDayOf(partial)]).toEqual([first, last]);
  });
});

describe('counting days', () => {
  it('goes to day numbers and back', () => {
    fc.assert(fc.property(anyDay, (day) => { expect(fromDayNumber(toDayNumber(day))).toBe(day); }));
  });

  it('agrees with the calendar of the runtime', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const later = addDays(day, days);
        expect(later).toBe(temporal.add(day, { days }));
        expect(daysBetween(day, later)).toBe(days);
      }),
    );
  });

  it('sorts as text the way the days follow each other', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => { expect(a < b).toBe(daysBetween(a, b) > 0); }));
  });
});

describe('adding months', () => {
  it.each([
    ['2023-11-14', 36, '2026-11-14'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-08-31', 36, '2026-08-31'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('stops at the end of a shorter month, like the calendar of the runtime', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, months) => {
        expect(addMonths(day, months)).toBe(temporal.add(day, { months }));
      }),
      { numRuns: 1000 },
    );
  });

  it('never overtakes: a later day stays later or meets at the end of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }), (day, days, months) => {
        expect(addMonths(addDays(day, days), months) >= addMonths(day, months)).toBe(true);
      }),
    );
  });
});

describe('months and days between two days', () => {
  it.each([
    ['2026-11-21', '2027-10-15', 10, 24],
    ['2024-01-31', '2024-02-29', 1, 0],
    ['2024-01-31', '2024-03-01', 1, 1],
    ['2026-11-14', '2026-11-14', 0, 0],
  ])('from %s to %s are %i months and %i days', (from, to, months, days) => {
    expect(monthsAndDays(from, to)).toEqual({ months, days });
  });

  it('lead from the first day to the second, the days fewer than a month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), (from, distance) => {
        const to = addDays(from, distance);
        const { months, days } = monthsAndDays(from, to);
        expect(addDays(addMonths(from, months), days)).toBe(to);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(31);
      }),
    );
  });
});

describe('today in Việt Nam', () => {
  it.each([
    ['2026-11-14T16:59:59.999Z', '2026-11-14'],
    ['2026-11-14T17:00:00.000Z', '2026-11-15'],
    ['2026-11-15T16:59:59.999Z', '2026-11-15'],
    ['2024-02-28T17:00:00.000Z', '2024-02-29'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['1969-12-31T23:00:00.000Z', '1970-01-01'],
  ])('at %s is %s', (instant, day) => {
    expect(dayInVietnam(Date.parse(instant))).toBe(day);
  });

  it('is the day of the time zone Asia/Ho_Chi_Minh', () => {
    const instants = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2090-01-01T00:00:00Z') });
    fc.assert(fc.property(instants, (instant) => { expect(dayInVietnam(instant)).toBe(temporal.dayIn('Asia/Ho_Chi_Minh', instant)); }));
  });
});
