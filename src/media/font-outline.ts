import { openFont } from './font-measure.ts';
import type { FontWeight } from './font-files.ts';

/** The letters of a text as the `d` of an SVG path, its first letter beginning at `x` on the baseline `y`. */
export function textOutline(text: string, { x, y, size, weight }: { x: number; y: number; size: number; weight: FontWeight }): string {
  const font = openFont(weight);
  const scale = size / font.unitsPerEm;
  let left = x;
  return [...text.normalize('NFC')]
    .map((character) => {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) as number);
      const at = left;
      left += glyph.advanceWidth * scale;
      return glyph.path.commands.map(({ command, args }) => LETTERS[command] + pairs(args, at, y, scale)).join('');
    })
    .join('');
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

/** Fonts count upwards from the baseline, pages downwards. */
function pairs(args: readonly number[], x: number, y: number, scale: number): string {
  return args.map((value, at) => (at % 2 === 0 ? x + value * scale : y - value * scale).toFixed(1)).join(' ');
}
