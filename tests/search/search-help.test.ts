import { expect, test } from 'vitest';
import { nearestName } from '../../src/catalogue/nearest-name.ts';
import { correctedText, knownSyllables } from '../../src/search/search-help.ts';
import type { SearchOutcome } from '../../src/search/search-outcome.ts';

const outcome = (...words: string[]): SearchOutcome => ({
  engine: 'embedded', filters: {}, sort: 'relevance', answer: { total: 0, hits: [], facets: {} },
  understood: { text: words.join(' '), words: words.map((marked) => ({ marked, folded: marked, isPrefix: false, alternatives: [] })), hasMarks: true, meanings: [] },
});

test('a syllable is known as it is written most often', () => {
  expect([...knownSyllables(['Nước mắm', 'Dược liệu', 'nước khoáng', 'Nuốc'])]).toEqual([
    ['nuoc', { written: 'nước', times: 2 }], ['mam', { written: 'mắm', times: 1 }], ['duoc', { written: 'dược', times: 1 }], ['lieu', { written: 'liệu', times: 1 }], ['khoang', { written: 'khoáng', times: 1 }],
  ]);
});

test('of words that are as near the most frequent is meant, not the first of the alphabet', () => {
  const known = knownSyllables(['Dược liệu', 'Nước mắm', 'Nước khoáng']);
  expect(correctedText(outcome('muoc', 'mamx'), known, nearestName)).toBe('nước mắm');
  expect(correctedText(outcome('nuoc', 'zz'), known, nearestName)).toBeUndefined();
});
