import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstLetters } from '../../src/browser/search/first-letters.ts';
import { loadFirstLetters } from '../../src/browser/search/load-first-letters.ts';

const answers = (...made: Response[]): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return made.shift() as Response;
  });
  return asked;
};
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what was learnt is known for five minutes, and nothing else is', () => {
  vi.useFakeTimers();
  const letters = firstLetters<string>();
  letters.keep('n', 'nước mắm');
  expect([letters.of('n'), letters.of('N'), letters.of('nu'), letters.of('constructor')]).toEqual(['nước mắm', undefined, undefined, undefined]);
  vi.advanceTimersByTime(5 * 60_000 - 1);
  expect(letters.of('n')).toBe('nước mắm');
  vi.advanceTimersByTime(1);
  expect(letters.of('n')).toBeUndefined();
  letters.keep('n', 'nấm');
  expect(letters.of('n')).toBe('nấm');
});

describe('from a server', () => {
  test('all letters are learnt, and the likeliest is the example', async () => {
    const asked = answers(Response.json({ letters: { n: 'nước mắm', c: 'cam' } }));
    const letters = firstLetters<string>();
    expect(await loadFirstLetters(letters, '/letters')).toBe('nước mắm');
    expect([asked, letters.of('n'), letters.of('c')]).toEqual([['/letters'], 'nước mắm', 'cam']);
  });

  test.each([204, 429, 503])('that answers %i nothing is learnt', async (status) => {
    answers(new Response(null, { status }));
    const letters = firstLetters<string>();
    expect(await loadFirstLetters(letters, '/letters')).toBeUndefined();
    expect(letters.of('n')).toBeUndefined();
  });

  test('nothing is asked where a visitor saves data', async () => {
    const asked = answers();
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    expect(await loadFirstLetters(firstLetters<string>(), '/letters')).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
