import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { FONT_FILES, type FontWeight } from './font-files.ts';

/** Width of a text in pixels at a size, without kerning: never less than what is drawn by more than a hair. */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  const { font, widths } = known(weight);
  let units = 0;
  for (const character of text.normalize('NFC')) {
    let width = widths.get(character);
    if (width === undefined) {
      width = font.glyphForCodePoint(character.codePointAt(0) as number).advanceWidth;
      widths.set(character, width);
    }
    units += width;
  }
  return (units / font.unitsPerEm) * size;
}

/** Read once a process. */
export function openFont(weight: FontWeight): ReturnType<typeof open> {
  return known(weight).font;
}

const fonts: Partial<Record<FontWeight, { font: ReturnType<typeof open>; widths: Map<string, number> }>> = {};

function known(weight: FontWeight) {
  return (fonts[weight] ??= { font: open(weight), widths: new Map() });
}

function open(weight: FontWeight) {
  const font = create(readFileSync(FONT_FILES[weight]));
  if (font.isCollection) throw new Error(`${FONT_FILES[weight]}: a single font was expected`);
  return font;
}
