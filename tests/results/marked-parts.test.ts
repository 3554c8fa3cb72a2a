import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/results/html.ts';
import { marked } from '../../src/results/card-html.ts';
import { markedParts } from '../../src/results/marked-parts.ts';
import type { QueryWord } from '../../src/search/understood.ts';

const word = (folded: string, more: Partial<QueryWord> = {}): QueryWord => ({ marked: folded, folded, isPrefix: false, alternatives: [], ...more });
const shown = (text: string, ...words: QueryWord[]): string => markedParts(text, words).map((part) => (part.found ? `[${part.text}]` : part.text)).join('');

describe('what was looked for', () => {
  test('stands out in the words of the record, marks and capitals aside', () => {
    expect(shown('Nước mắm Phú Sáng', word('nuoc'), word('mam'))).toBe('[Nước mắm] Phú Sáng');
    expect(shown('Đường thốt nốt', word('duong'))).toBe('[Đường] thốt nốt');
  });

  test('is found in NFD as well, and the record stays as it was written', () => {
    const text = 'Nước mắm Phú Sáng'.normalize('NFD');
    expect(shown(text, word('mam'))).toBe('Nước [mắm] Phú Sáng'.normalize('NFD'));
    expect(markedParts(text, [word('mam')]).map((part) => part.text).join('')).toBe(text);
  });

  test('may go on where the reader is still typing', () => {
    expect(shown('Nước mắm', word('ma', { isPrefix: true }))).toBe('Nước [mắ]m');
    expect(shown('Nước mắm', word('ma'))).toBe('Nước mắm');
  });

  test('may be a phrase, another name, or written in one', () => {
    expect(shown('Lạc rang, đậu phộng rang', word('dau phong'))).toBe('Lạc rang, [đậu phộng] rang');
    expect(shown('Phộng đậu', word('dau phong'))).toBe('Phộng đậu');
    expect(shown('Nước mắm Cẩm', word('fish sauce', { alternatives: [{ folded: 'nuoc mam', cost: 0 }] }))).toBe('[Nước mắm] Cẩm');
    expect(shown('Nước mắm Cẩm', word('nuocmam'))).toBe('[Nước mắm] Cẩm');
  });

  test('is never a part of another word', () => {
    expect(shown('Trà hoa, trân châu', word('tra'))).toBe('[Trà] hoa, trân châu');
  });
});

test('whatever the text and the words, nothing of the text is lost', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(fc.property(letters, fc.array(fc.record({ folded: fc.stringMatching(/^[a-z0-9]{1,5}( [a-z]{1,4})?$/), isPrefix: fc.boolean() }), { maxLength: 4 }), (text, words) => {
    expect(markedParts(text, words.map(({ folded, isPrefix }) => word(folded, { isPrefix }))).map((part) => part.text).join('')).toBe(text);
  }));
});

test('markup in a record is text', () => {
  expect(marked(markedParts('<b>mắm</b> & "x"', [word('mam')])).text).toBe('&lt;b&gt;<mark>mắm</mark>&lt;/b&gt; &amp; &quot;x&quot;');
  expect(html`<a href="${'"><script>'}">${["'", html`<i>`]}</a>`.text).toBe('<a href="&quot;&gt;&lt;script&gt;">&#39;<i></a>');
});
