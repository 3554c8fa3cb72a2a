import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { resolveName } from '../../src/domain/resolve-name.ts';
import { decodeDocuments } from '../../src/search/embedded/decode-documents.ts';
import { decodePlaces } from '../../src/search/embedded/decode-places.ts';
import { encodeDocuments } from '../../src/search/embedded/encode-documents.ts';
import { encodePlaces } from '../../src/search/embedded/encode-places.ts';
import { withName, withoutName } from '../../src/search/embedded/name-references.ts';
import { openShippedSearch } from '../../src/search/embedded/open-shipped-search.ts';
import { headAndRest, ofProvince } from '../../src/search/embedded/parts.ts';
import { filtersOf } from '../../src/search/filters-of.ts';
import { placeLabel, filterOf } from '../../src/search/query/place-sides.ts';
import { understand } from '../../src/search/understand.ts';
import { DAY, openRealRegister, type RealRegister } from './real-register.ts';

let register: RealRegister;
beforeAll(() => {
  register = openRealRegister(true);
});

test('documents come out as they went in, digests aside', () => {
  const decoded = decodeDocuments(encodeDocuments(register.documents, DAY));
  expect(decoded).toEqual(register.documents.map((document) => ({ ...document, digest: '' })));
  expect(decodeDocuments(encodeDocuments([], DAY))).toEqual([]);
});

test('with the places beside them they are shorter and come out the same', () => {
  const kept = new Set(register.documents.flatMap(({ communes }) => communes));
  const places = encodePlaces(register.catalogue.placeIndex, ({ slug }, province) => kept.has(`${province}/${slug}`));
  const text = encodeDocuments(register.documents, DAY, places);
  expect(decodeDocuments(text, decodePlaces(places))).toEqual(decodeDocuments(encodeDocuments(register.documents, DAY)));
  expect(text.length).toBeLessThan(encodeDocuments(register.documents, DAY).length);
  expect(decodeDocuments(encodeDocuments(register.documents, DAY), decodePlaces(places))).toEqual(decodeDocuments(text, decodePlaces(places)));
  expect(() => decodeDocuments(text, decodePlaces(encodePlaces(register.catalogue.placeIndex)))).toThrow('other place names');
});

test('a text of another version is refused', () => {
  expect(() => decodeDocuments('{"version":2}')).toThrow('version 2');
  expect(() => decodePlaces('{"version":2}')).toThrow('version 2');
});

test('an English name with references to the Vietnamese one comes back', () => {
  const words = fc.array(fc.constantFrom('Phú', 'Sáng', 'nước', 'mắm', 'fish', 'sauce', '', '38'), { maxLength: 12 }).map((list) => list.join(' '));
  fc.assert(fc.property(words, words, (text, name) => withName(withoutName(text, name), name) === text));
  expect(withoutName('Phú Sáng fish sauce', 'Nước mắm Phú Sáng')).toBe('\ue011 fish sauce');
});

test('head and rest are all, each product once; a province has its own', () => {
  const { head, rest } = headAndRest(register.documents);
  expect([...head, ...rest].map(({ id }) => id).sort()).toEqual(register.documents.map(({ id }) => id).sort());
  expect(head.every(({ stars }) => stars === 4 || stars === 5)).toBe(true);
  expect(ofProvince(register.documents, 'ha-tinh').map(({ id }) => id).sort()).toEqual(register.documents.filter(({ provinces }) => provinces.includes('ha-tinh')).map(({ id }) => id).sort());
});

test('place names mean the same shipped as at home', () => {
  const shipped = decodePlaces(encodePlaces(register.catalogue.placeIndex)).index;
  const names = ['Quảng Ninh', 'huyện Quảng Ninh', 'xã Cẩm Mỹ', 'cam my', 'Thừa Thiên Huế', 'quận 1', 'Phường Đúc', 'Côn Đảo', 'Hòa Bình', 'TP Vinh', 'thi tran Xuan An', 'Sa Pa', 'Quảng Bình', 'Châu Thành'];
  for (const name of names) {
    const told = (index: typeof shipped): unknown => resolveName(index, name).map((meaning) => ({ label: placeLabel(meaning), filter: filterOf(meaning) })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(told(shipped)).toEqual(told(register.catalogue.placeIndex));
  }
});

test('a browser finds what the server finds, and pauses on the way to it', async () => {
  const { head, rest } = headAndRest(register.documents);
  const places = encodePlaces(register.catalogue.placeIndex);
  let pauses = 0;
  const shipped = await openShippedSearch([encodeDocuments(head, DAY, places), encodeDocuments(rest, DAY, places)], decodePlaces(places), register.catalogue.groups, async () => void (pauses += 1));
  expect(pauses).toBeGreaterThan(5);
  for (const text of ['nuowcs mawms haf tinhx', 'mật ong 4 sao', 'huyện Mường Tè', 'dừa', 'fish sauce phu quoc', 'thủ công mỹ nghệ', 'xuc xihc']) {
    const found = ([engine, vocabulary]: [typeof shipped.engine, typeof shipped.vocabulary]): string[] => {
      const understood = understand(text, vocabulary);
      const { hits } = engine.answer({ understood, filters: filtersOf(understood), sort: 'relevance', page: 1, limit: 100, asOf: DAY, facets: [], alcohol: false });
      return hits.map(({ id }) => id).sort();
    };
    expect(found([shipped.engine, shipped.vocabulary])).toEqual(found([register.engine, register.vocabulary]));
  }
});
