import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForSomething, readSearchParameters, searchAddress, SEARCH_NAMES, writeSearchParameters, type SearchParameters } from '../../src/search/search-parameters.ts';

const read = (query: string, language: 'vi' | 'en' = 'vi') => readSearchParameters(new URLSearchParams(query), language);

describe('reading an address', () => {
  test('every part, in both languages', () => {
    const expected = {
      text: 'nước mắm',
      filters: { stars: [4, 5], status: ['held'], groups: ['thuc-pham'], provinces: ['ha-tinh'], communes: ['ha-tinh/cam-due'], producerKinds: ['cooperative'], buyable: true, on: '2026-12-24', near: { point: { lat: 18.25, lng: 105.9 }, km: 50 } },
      sort: 'distance',
      page: 3,
      ignored: ['stars:4', 'place:ha-tinh/cam-due'],
      chosen: 'place:ha-tinh',
    };
    expect(read('q=nước+mắm&sao=4,5&hieu-luc=held&nhom=thuc-pham&tinh=ha-tinh&xa=ha-tinh/cam-due&loai=cooperative&mua=1&ngay=2026-12-24&gan=18.25,105.9&sap-xep=distance&trang=3&bo=stars:4,place:ha-tinh/cam-due&chon=place:ha-tinh')).toEqual({ parameters: expected, problems: [] });
    expect(read('q=nước+mắm&stars=4,5&status=held&group=thuc-pham&province=ha-tinh&commune=ha-tinh/cam-due&kind=cooperative&buyable=1&on=2026-12-24&near=18.25,105.9&sort=distance&page=3&ignore=stars:4,place:ha-tinh/cam-due&choose=place:ha-tinh', 'en')).toEqual({ parameters: expected, problems: [] });
  });

  test('nothing asks for nothing, and fields that a form sends blank say nothing', () => {
    const { parameters, problems } = read('q=&sao=&gan=&ngay=&sap-xep=');
    expect([parameters, problems]).toEqual([{ text: '', filters: {}, page: 1, ignored: [] }, []]);
    expect(asksForSomething(parameters)).toBe(false);
    expect(asksForSomething(read('sao=3').parameters)).toBe(true);
  });

  test('boxes that are ticked one by one are one list', () => {
    expect(read('sao=3&sao=5').parameters.filters.stars).toEqual([3, 5]);
  });

  test('text in NFD is read as NFC, and the blank at its end is kept', () => {
    expect(read(`q=${encodeURIComponent('nước mắm '.normalize('NFD'))}`).parameters.text).toBe('nước mắm ');
  });

  test.each([
    ['sao=6', 'stars', 'sao', '6'],
    ['hieu-luc=fresh', 'status', 'hieu-luc', 'fresh'],
    ['tinh=Hà Tĩnh', 'provinces', 'tinh', 'Hà Tĩnh'],
    ['xa=cam-due', 'communes', 'xa', 'cam-due'],
    ['ngay=2026-02-30', 'on', 'ngay', '2026-02-30'],
    ['gan=95,105', 'near', 'gan', '95,105'],
    ['gan=18,105,0', 'near', 'gan', '18,105,0'],
    ['trang=0', 'page', 'trang', '0'],
    ['sap-xep=best', 'sort', 'sap-xep', 'best'],
    ['mua=yes', 'buyable', 'mua', 'yes'],
  ])('%s is left out and named', (query, field, name, found) => {
    const { parameters, problems } = read(`q=x&${query}`);
    expect(problems).toEqual([{ field, name, found }]);
    expect(parameters).toEqual({ text: 'x', filters: {}, page: 1, ignored: [] });
  });

  test('too long a text is cut and named', () => {
    const { parameters, problems } = read(`q=${'ă'.repeat(201)}`);
    expect([parameters.text.length, problems.map(({ field }) => field)]).toEqual([200, ['text']]);
  });
});

describe('writing an address', () => {
  test('is short and can be read', () => {
    const { parameters } = read('q=tra&sao=5,4&xa=ha-tinh/cam-due&trang=1');
    expect(searchAddress(parameters, 'vi')).toBe('/tim-kiem/?q=tra&sao=5,4&xa=ha-tinh/cam-due');
    expect(searchAddress({ text: '', filters: {}, page: 1, ignored: [] }, 'en')).toBe('/en/search/');
  });

  const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
  const unique = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });
  const parameters: fc.Arbitrary<SearchParameters> = fc.record(
    {
      text: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.normalize('NFC')).filter((text) => text.length <= 200 && text.isWellFormed()),
      filters: fc.record({ stars: unique(fc.constantFrom(3 as const, 4 as const, 5 as const)), provinces: unique(slug), communes: unique(fc.tuple(slug, slug).map((parts) => parts.join('/'))), buyable: fc.constant(true), on: fc.constant('2026-12-24'), near: fc.record({ point: fc.record({ lat: fc.integer({ min: -900_000, max: 900_000 }).map((n) => n / 10_000), lng: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 10_000) }), km: fc.integer({ min: 1, max: 500 }) }) }, { requiredKeys: [] }),
      sort: fc.constantFrom('relevance' as const, 'stars' as const, 'distance' as const),
      page: fc.integer({ min: 1, max: 9_999 }),
      ignored: fc.uniqueArray(fc.constantFrom('stars:4', 'place:ha-tinh', 'place:ha-tinh/cam-due'), { maxLength: 3 }),
      chosen: fc.constant('place:ha-tinh'),
    },
    { requiredKeys: ['text', 'filters', 'page', 'ignored'] },
  );

  test.each(['vi', 'en'] as const)('is read back as it was, in %s', (language) => {
    fc.assert(
      fc.property(parameters, (written) => {
        const { parameters: again, problems } = readSearchParameters(writeSearchParameters(written, language), language);
        expect(problems).toEqual([]);
        expect(again).toEqual({ ...written, text: written.text });
      }),
    );
  });

  test('both languages name the same fields, each once', () => {
    for (const names of Object.values(SEARCH_NAMES)) expect(new Set(Object.values(names)).size).toBe(Object.keys(SEARCH_NAMES.vi).length);
  });
});

test('no address makes the reader fail', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.values(SEARCH_NAMES.vi)), fc.string({ unit: 'binary' }))), (pairs) => void read(new URLSearchParams(pairs).toString())));
});
