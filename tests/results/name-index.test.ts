import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameIndex, type NamedPage } from '../../src/results/name-index.ts';
import { foldPhrase } from '../../src/search/syllables.ts';

const SYLLABLES = ['xã', 'phường', 'Cẩm', 'Mỹ', 'cam', 'Nghi', 'đá', 'Đại', 'a', 'ả'];
const name = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const page = fc.record({ text: name, former: fc.array(name, { maxLength: 2 }) });
const asPage = ({ text, former }: { text: string; former: string[] }, place: number): NamedPage => ({ kind: 'places', text, href: `/${place}/`, weight: place, others: former.map((other) => ({ name: other, note: `trước là ${other}` })) });

describe('names of pages', () => {
  test('every page is found whose name, or a former one, holds each typed word at the beginning of a word; asked again, the same', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), fc.array(fc.constantFrom(...SYLLABLES, 'c', 'ng', 'đ', 'zz'), { minLength: 1, maxLength: 3 }), (pages, typed) => {
        const index = nameIndex(pages.map(asPage));
        const text = typed.join(' ');
        const words = foldPhrase(text).split(' ');
        const holds = (one: string): boolean => words.every((word) => ` ${foldPhrase(one)}`.includes(` ${word}`));
        const expected = pages.flatMap(({ text: own, former }, place) => ([own, ...former].some(holds) ? [`/${place}/`] : []));
        const found = index.find(text, 100).map(({ page: { href } }) => href);
        expect([...found].sort()).toEqual(expected.sort());
        expect(index.find(text, 100).map(({ page: { href } }) => href)).toEqual(found);
        expect(index.find(text, 2)).toHaveLength(Math.min(2, found.length));
      }),
    );
  });

  test('nothing typed finds nothing', () => {
    expect(nameIndex([asPage({ text: 'Xã Cẩm Mỹ', former: [] }, 0)]).find(' ', 8)).toEqual([]);
  });
});
