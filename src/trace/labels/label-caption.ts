import { dotsOfPoints } from '../qr/print-size.ts';
import type { Mark, MeasureText, Weight } from './drawing.ts';
import type { LabelFacts } from './label-facts.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LINE = 1.25;
const HALF_POINT = 0.5;
const [LARGEST, SMALLEST] = [8, 4.5];

export interface Caption {
  /** As it is broken where it does not fit on one line; a domain broken in two would be read wrong. */
  parts: readonly string[];
  weight: Weight;
}

/** What to do with the symbol, and the plain domain that has to be the one of the page that opens. */
export function captionTexts({ domain }: LabelFacts): readonly Caption[] {
  return [
    { parts: ['Quét để xem', 'nguồn gốc'], weight: 400 },
    { parts: [domain], weight: 700 },
  ];
}

/** The words centred in a box below the symbol, as large as fits; undefined when they do not fit there. */
export function captionMarks(captions: readonly Caption[], box: Box, measure: MeasureText): Mark[] | undefined {
  for (let points = LARGEST; points >= SMALLEST; points -= HALF_POINT) {
    const size = dotsOfPoints(points);
    const fits = (text: string, weight: Weight): boolean => measure(text, size, weight) <= box.width;
    const lines = captions.flatMap(({ parts, weight }) => (fits(parts.join(' '), weight) ? [parts.join(' ')] : parts).map((text) => ({ text, weight })));
    if (lines.length * size * LINE > box.height || !lines.every(({ text, weight }) => fits(text, weight))) continue;
    return lines.map(({ text, weight }, at) => ({ kind: 'text', text, weight, size, x: box.x + (box.width - measure(text, size, weight)) / 2, y: box.y + (at + 0.95) * size * LINE }));
  }
  return undefined;
}
