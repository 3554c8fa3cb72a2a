import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDayNumber } from '../../../src/domain/calendar-day.ts';
import { spellingKeys } from '../../../src/domain/fold.ts';
import { filterTexts, quoted } from '../../../src/search/meilisearch/filter-text.ts';
import { indexDigest, indexDocument } from '../../../src/search/meilisearch/index-document.ts';
import { INDEX_SETTINGS, settingsDiffer } from '../../../src/search/meilisearch/index-settings.ts';
import { markCode, markCodes } from '../../../src/search/meilisearch/mark-code.ts';
import { nameOrder } from '../../../src/search/meilisearch/name-order.ts';
import { wordChoices } from '../../../src/search/meilisearch/word-choices.ts';
import { DAY, SAMPLE_PRODUCTS, sampleProduct } from './sample-products.ts';

const syllable = fc.stringMatching(/^[bcdđhklmnt]?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậừứửữự]{1,2}[cmnpt]?$/u);

test('marks are told apart by codes of plain letters, spellings of one sound are not', () => {
  expect(['dừa', 'dứa', 'dưa', 'dua', 'đưa'].map(markCode)).toEqual(['du8a1', 'du8a2', 'du8a', 'dua', 'd9u8a']);
  expect(markCode('hòa')).toBe(markCode('hoà'.normalize('NFD')));
  expect(markCodes(['Nước mắm', 'NƯỚC'])).toEqual(['nu8o8c2', 'ma6m2']);
  fc.assert(
    fc.property(syllable, syllable, (a, b) => {
      expect(markCode(a)).toMatch(/^[a-z0-9]+$/);
      expect(markCode(a) === markCode(b)).toBe(spellingKeys(a).marked === spellingKeys(b).marked);
    }),
  );
});

test('names sort as Vietnamese sorts them', () => {
  const { compare } = new Intl.Collator('vi');
  const names = ['Ớt', 'Bánh', 'Bạnh', 'banh', 'Bành', 'Ăn', 'An', 'Ân', 'Đá', 'Da', 'Dạ', 'Ở', 'Ô', 'O', 'Mật ong', 'Mắm ruốc', 'Nước mắm', 'Nước', 'Ưa', 'Ua'];
  expect([...names].sort((a, b) => (nameOrder(a) < nameOrder(b) ? -1 : 1))).toEqual([...names].sort(compare));
});

test('alternatives stand in the places of words, the likeliest first and never too many', () => {
  const word = (folded: string, ...alternatives: { folded: string; cost: 0 | 1 }[]) => ({ marked: folded, folded, isPrefix: false, alternatives });
  const words = [word('heo', { folded: 'lon', cost: 0 }), word('xao', { folded: 'sao', cost: 1 }), { ...word('sa'), isPrefix: true }];
  expect(wordChoices(words, { slips: false })).toEqual(['heo xao sa', 'lon xao sa']);
  expect(wordChoices(words, { slips: true })).toEqual(['heo xao sa', 'lon xao sa', 'heo sao sa', 'lon sao sa']);
  expect(wordChoices([word('fish sauce', { folded: 'nuoc mam', cost: 0 })], { slips: false })).toEqual(['"fish sauce" ', '"nuoc mam" ']);
  const many = Array.from({ length: 10 }, (_, at) => word(`w${at}`, { folded: `a${at}`, cost: 0 }, { folded: `b${at}`, cost: 1 }));
  expect(wordChoices(many, { slips: true })).toHaveLength(10);
  expect(wordChoices([], { slips: true })).toEqual([' ']);
});

test('whatever a value holds, it stays a value', () => {
  expect(quoted('a "b" \\')).toBe('"a \\"b\\" \\\\"');
  expect(filterTexts({ groups: ['x"] OR alcohol = true OR id IN ["'], stars: [], buyable: false, near: { point: { lat: 1.5, lng: 2 }, km: 1.25 } })).toEqual(['groups IN ["x\\"] OR alcohol = true OR id IN [\\""]', '_geoRadius(1.5, 2, 1250)']);
});

test('settings differ by what they say, not by the order in which they say it', () => {
  expect(settingsDiffer(structuredClone(INDEX_SETTINGS) as never)).toBe(false);
  const turned = Object.fromEntries(Object.entries(INDEX_SETTINGS).reverse().map(([name, value]) => [name, value])) as never;
  expect(settingsDiffer(turned)).toBe(false);
  expect(settingsDiffer({ ...(structuredClone(INDEX_SETTINGS) as object), rankingRules: [...INDEX_SETTINGS.rankingRules].reverse() } as never)).toBe(true);
});

test('a digest changes with the product and with its status, not with the day', () => {
  const product = SAMPLE_PRODUCTS[0] as (typeof SAMPLE_PRODUCTS)[number];
  expect(indexDigest(product, '2026-12-31')).toBe(indexDigest(product, DAY));
  expect(indexDigest(product, '2028-06-02')).not.toBe(indexDigest(product, DAY));
  expect(indexDigest(sampleProduct('keo-dua', 'Kẹo dừa khác'), DAY)).not.toBe(indexDigest(product, DAY));
  expect(indexDocument(product, DAY)).toMatchObject({ id: 'keo-dua', name: ['keo dua mau'], status: 'valid', standing: 2, held0Until: toDayNumber('2028-06-01'), digest: indexDigest(product, DAY) });
});
