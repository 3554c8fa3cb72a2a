import { expect, test } from 'vitest';
import { tellPastDays, type PastDayPart } from '../../src/browser/trace-past-days.ts';

function notice(after: string, hidden: boolean): PastDayPart {
  return { hidden, getAttribute: (name) => (name === 'data-after' ? after : null) };
}

test.each([
  ['2026-11-19', true],
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2027-01-01', false],
])('on %s a lot to be used by 20/11/2026 says so: hidden %s, whatever the page said before', (today, hidden) => {
  for (const before of [true, false]) {
    const element = notice('2026-11-20', before);
    const asked: string[] = [];
    tellPastDays({ querySelectorAll: (selector) => (asked.push(selector), [element]) }, today);
    expect(asked).toEqual(['[data-after]']);
    expect(element.hidden).toBe(hidden);
  }
});
