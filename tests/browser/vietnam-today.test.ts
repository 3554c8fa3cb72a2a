import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vietnamToday } from '../../src/browser/vietnam-today.ts';
import { dayInVietnam } from '../../src/domain/calendar-day.ts';

test('the day is that of the calendar, at every instant', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (instant) => void expect(vietnamToday(instant)).toBe(dayInVietnam(instant))));
});
