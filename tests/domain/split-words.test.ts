import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '../../src/domain/split-words.ts';

const asSaid = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

test('words are the runs of letters, marks and digits', () => {
  expect(splitWords('  Bà Rịa - Vũng Tàu, 500ml!')).toEqual(['Bà', 'Rịa', 'Vũng', 'Tàu', '500ml']);
  expect(splitWords('nước mắm'.normalize('NFD'))).toEqual(['nước'.normalize('NFD'), 'mắm'.normalize('NFD')]);
  expect([splitWords(''), splitWords(' … - '), splitWords('một')]).toEqual([[], [], ['một']]);
});

test('of any text at all, characters beyond the table too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(splitWords(text)).toEqual(asSaid(text))), { numRuns: 2_000 });
  for (const text of ['a\u1fffb', 'a\u2000b', 'x²³ ½', '茶 trà 𝒜 b', 'Ea H’leo', '\ud800 lẻ']) expect(splitWords(text), text).toEqual(asSaid(text));
  for (let code = 0; code <= 0xffff; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    if (splitWords(text).join('|') !== asSaid(text).join('|')) expect(splitWords(text), code.toString(16)).toEqual(asSaid(text));
  }
});
