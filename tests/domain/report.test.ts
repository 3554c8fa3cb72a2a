import { describe, expect, test } from 'vitest';
import { newReportReference, nextReportState, parseReference, REPORT_EVENTS, REPORT_STATES, reportEventsIn, spacedReference, type ReportEvent, type ReportState } from '../../src/domain/report.ts';

/** Every state with every event; undefined: it cannot happen. */
const TABLE: Readonly<Record<ReportState, Readonly<Record<ReportEvent, ReportState | undefined>>>> = {
  new: { take: 'looking', answer: 'answered', close: 'closed', reopen: undefined },
  looking: { take: undefined, answer: 'answered', close: 'closed', reopen: undefined },
  answered: { take: undefined, answer: undefined, close: 'closed', reopen: 'looking' },
  closed: { take: undefined, answer: undefined, close: undefined, reopen: 'looking' },
};

describe.each(REPORT_STATES)('a report in state %s', (state) => {
  test.each(REPORT_EVENTS)('on %s', (event) => {
    expect(nextReportState(state, event)).toBe(TABLE[state][event]);
    expect(reportEventsIn(state).includes(event)).toBe(TABLE[state][event] !== undefined);
  });

  test('can be left, and every other state can be reached from it', () => {
    const reached = new Set<ReportState>();
    const look = (from: ReportState): void => {
      for (const event of reportEventsIn(from)) {
        const to = nextReportState(from, event) as ReportState;
        if (!reached.has(to)) reached.add(to), look(to);
      }
    };
    look(state);
    expect([...REPORT_STATES].filter((other) => other !== 'new' && !reached.has(other))).toEqual([]);
  });
});

describe('a reference', () => {
  const reference = newReportReference(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));

  test('is read back however it is typed', () => {
    const spaced = spacedReference(reference);
    expect(spaced).toMatch(/^PA-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    for (const typed of [reference, spaced, spaced.toLowerCase(), spaced.replaceAll('-', ' '), `  ${spaced} `]) expect(parseReference(typed)).toBe(reference);
  });

  test('with one wrong character is none', () => {
    for (let at = 0; at < reference.length; at += 1) {
      const other = reference[at] === '7' ? '8' : '7';
      expect(parseReference(reference.slice(0, at) + other + reference.slice(at + 1))).toBeUndefined();
    }
  });

  test.each(['', 'PA-', 'PA-123', '../../etc', 'x'.repeat(500)])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});
