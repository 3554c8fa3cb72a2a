export type Measure = (text: string, size: number) => number;

/** Greedy lines no wider than `width`. A word that is too long on its own is broken between characters. */
export function wrapText(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, size, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * The largest of `sizes` (falling) at which the text takes no more lines than `maxLines` allows for that size,
 * its lines about equally long. At the smallest size what does not fit ends in "…".
 */
export function fitText(
  text: string,
  { width, maxLines, sizes, measure }: { width: number; maxLines: (size: number) => number; sizes: readonly number[]; measure: Measure },
): { size: number; lines: string[] } {
  for (const size of sizes) {
    const lines = wrapText(text, width, size, measure);
    if (lines.length <= maxLines(size)) return { size, lines: balance(text, lines, width, size, measure) };
  }
  const size = sizes.at(-1) ?? 16;
  const lines = wrapText(text, width, size, measure).slice(0, Math.max(1, maxLines(size)));
  const last = lines.pop() ?? '';
  return { size, lines: [...lines, shorten(last, width, size, measure)] };
}

/** The narrowest wrapping with as many lines: no single word is left alone on the last. */
function balance(text: string, lines: string[], width: number, size: number, measure: Measure): string[] {
  let best = lines;
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const wrapped = wrapText(text, narrower, size, measure);
    if (wrapped.length > lines.length || wrapped.some((line) => !/\s/.test(line) && measure(line, size) > narrower * 0.98)) break;
    best = wrapped;
  }
  return best;
}

function shorten(line: string, width: number, size: number, measure: Measure): string {
  const characters = [...line];
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function breakWord(word: string, width: number, size: number, measure: Measure): string[] {
  const pieces: string[] = [''];
  for (const character of word) {
    const longer = (pieces.at(-1) ?? '') + character;
    if (longer.length > character.length && measure(longer, size) > width) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}
