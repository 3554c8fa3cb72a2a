import fc from 'fast-check';
import { create } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../src/media/font-files.ts';
import { textWidth } from '../../src/media/font-measure.ts';
import { fitText, wrapText } from '../../src/media/text-lines.ts';

const measure = (text: string, size: number): number => [...text].length * size;
const VIETNAMESE = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

describe('wrapping', () => {
  test('keeps every character in order and no line wider than allowed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapText(text, width, 1, measure);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(lines.every((line) => measure(line, 1) <= width)).toBe(true);
    }));
  });

  test('breaks a word that is too long on its own', () => {
    expect(wrapText('a bbbbbb cc', 4, 1, measure)).toEqual(['a', 'bbbb', 'bb', 'cc']);
  });
});

describe('fitting', () => {
  const options = { width: 12, maxLines: () => 2, sizes: [3, 2, 1], measure };

  test('takes the largest size that fits and leaves no lone word on the last line', () => {
    expect(fitText('Nước mắm Phú Sáng', { ...options, width: 13, sizes: [1] })).toEqual({ size: 1, lines: ['Nước mắm', 'Phú Sáng'] });
    expect(fitText('abc def', options)).toEqual({ size: 3, lines: ['abc', 'def'] });
  });

  test('ends in an ellipsis inside the width when even the smallest size is too large', () => {
    const { size, lines } = fitText('một hai ba bốn năm sáu bảy tám chín mười', options);
    expect(size).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(lines.every((line) => measure(line, 1) <= 12)).toBe(true);
  });

  test('of an empty text gives no lines', () => {
    expect(fitText('  ', options).lines).toEqual([]);
  });
});

describe('the fonts', () => {
  test('have a glyph for every Vietnamese letter, the stars’ words and the đồng', () => {
    for (const file of Object.values(FONT_FILES)) {
      const font = create(readFileSync(file));
      if (font.isCollection) throw new Error('one font a file');
      const missing = [...new Set(`${VIETNAMESE}${VIETNAMESE.toUpperCase()}0123456789·…₫()/,.–`)].filter(
        (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) as number),
      );
      expect(missing).toEqual([]);
    }
  });

  test('measure composed and decomposed text alike, bold wider than regular', () => {
    expect(textWidth('Mắm'.normalize('NFD'), 40, 700)).toBe(textWidth('Mắm', 40, 700));
    expect(textWidth('Nước mắm', 40, 700)).toBeGreaterThan(textWidth('Nước mắm', 40, 400));
    expect(textWidth('Nước mắm', 80, 400)).toBeCloseTo(2 * textWidth('Nước mắm', 40, 400), 6);
  });
});
