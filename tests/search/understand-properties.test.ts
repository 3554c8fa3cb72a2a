import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import type { EngineQuery } from '../../src/search/engine.ts';
import { filtersOf } from '../../src/search/filters-of.ts';
import { foldPhrase } from '../../src/search/syllables.ts';
import { understand } from '../../src/search/understand.ts';
import { judgedQueries } from './judged-queries.ts';
import { DAY, openRealRegister } from './real-register.ts';

const LONG = process.env['LONG_TESTS'] === '1';
const FUZZED = LONG ? 100_000 : 3_000;
const { vocabulary, engine, documents } = openRealRegister();

/** Pieces of what people type, in any order, with anything in between. */
const PIECES = [
  ...'nước mắm|mat ong|ruwowju|ma65t|xã Cẩm Mỹ|tỉnh|huyện Quảng Ninh|quận 1|4 sao|năm sao|từ 3 sao|còn hạn|0,5 lít|500ml|nửa ký|htx|công ty tnhh|nhóm đồ uống|gần tôi|fish sauce|heo|matong|Đ|đ|Ð|q.|h. cẩm xuyên|p1|st 25|()|"|%00|🍯|ﬁ|İ|\u0301|\u200b|a\u0302\u0301|١٢'.split('|'),
  ...judgedQueries().map(({ query }) => query),
];
const typed = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).chain((pieces) => fc.constantFrom(' ', '', ', ', '.', '  ').map((between) => pieces.join(between))),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 250 }),
  fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđdnhgctmprsxlbkvq áàảãạ0123456789.,w'.split('')), maxLength: 40 }),
);

const ask = (text: string): EngineQuery => {
  const understood = understand(text, vocabulary);
  return { understood, filters: filtersOf(understood), sort: 'relevance', page: 1, limit: 20, asOf: DAY, facets: ['stars', 'provinces'], alcohol: true };
};

test('no text makes it throw, and what comes out keeps to its shape', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { words, meanings, text: kept, question } = understand(text, vocabulary);
      expect(words.length).toBeLessThanOrEqual(10);
      expect(kept.length).toBeLessThanOrEqual(200);
      for (const { marked, folded, alternatives } of words) {
        expect(foldPhrase(marked)).toBe(folded);
        for (const alternative of alternatives) if (alternative.marked !== undefined) expect(foldPhrase(alternative.marked)).toBe(alternative.folded);
      }
      for (const meaning of meanings) expect(kept).toContain(meaning.typed);
      expect(new Set(meanings.map(({ key }) => key)).size).toBe(meanings.length);
      if (question !== undefined) expect(question.choices.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: FUZZED },
  );
});

test('the same text composed and decomposed is understood alike', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(understand(text.normalize('NFD'), vocabulary)).toEqual(understand(text.normalize('NFC'), vocabulary));
    }),
    { numRuns: LONG ? 20_000 : 500 },
  );
});

test('folding agrees with the domain', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(foldPhrase(text).replaceAll(' ', '')).toBe(fold(text));
    }),
    { numRuns: LONG ? 100_000 : 2_000 },
  );
});

test('a meaning taken away puts its words back and does not come again', () => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const { key, typed: part } of understand(text, vocabulary).meanings) {
        const without = understand(text, vocabulary, { ignored: [key] });
        expect(without.meanings.map((meaning) => meaning.key)).not.toContain(key);
        if (without.words.length === 10) continue;
        const left = without.words.map(({ marked }) => marked).join(' ');
        for (const syllable of foldPhrase(part).split(' ')) expect(foldPhrase(left).split(' ').join('')).toContain(without.readAs === undefined ? syllable : '');
      }
    }),
    { numRuns: LONG ? 20_000 : 500 },
  );
});

test('what is found obeys what was understood', () => {
  const narrowing = fc.array(fc.constantFrom('nước mắm', 'chè', 'tỉnh Hà Tĩnh', '4 sao', 'huyện Nghi Xuân', 'còn hạn', 'hết hạn', 'nhóm thực phẩm', 'xã Thiên Cầm', 'tỉnh Quảng Bình', 'ba sao'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(narrowing, (parts) => {
      const query = ask(parts.join(' '));
      const { filters } = query;
      for (const { id } of engine.answer(query).hits) {
        const document = engine.document(id);
        if (filters.stars !== undefined) expect(filters.stars).toContain(document?.stars);
        if (filters.groups !== undefined) expect(filters.groups).toContain(document?.group);
        for (const field of ['provinces', 'communes', 'districts'] as const) {
          if (filters[field] !== undefined) expect(document?.[field].some((value) => filters[field]?.includes(value))).toBe(true);
        }
      }
    }),
    { numRuns: LONG ? 2_000 : 150 },
  );
});

test('every product is found by its own name, before all that are not named so', () => {
  const folded = (name: string): string => foldPhrase(name);
  for (const { name } of documents) {
    for (const text of [name, `${name} `, folded(name)]) {
      const first = engine.answer(ask(text)).hits[0];
      expect(first === undefined ? undefined : folded(engine.document(first.id)?.name ?? ''), text).toBe(folded(name));
    }
  }
});
