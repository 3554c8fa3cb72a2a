import { EAN13_QUIET, type Ean13 } from '../qr/ean13.ts';
import { BAR_DOTS, dotsOfPoints } from '../qr/print-size.ts';
import type { Mark, MeasureText } from './drawing.ts';

/** Modules that the guard bars reach down between the digits. */
const GUARD_DROP = 5;
const DIGIT_POINTS = 7;
/** First module of the left and of the right six digits, and modules of one. */
const [LEFT, RIGHT, DIGIT] = [3, 50, 7];

/** Bars from `x`, quiet zone included, with their digits below: 113 modules wide. `height`: of the bars. */
export function ean13Marks({ digits, bars }: Ean13, at: { x: number; y: number; height: number }, measure: MeasureText): Mark[] {
  const left = at.x + EAN13_QUIET.left * BAR_DOTS;
  const rectangles = bars.map(({ x, width, guard }) => ({
    x: left + x * BAR_DOTS,
    y: at.y,
    width: width * BAR_DOTS,
    height: at.height + (guard ? GUARD_DROP * BAR_DOTS : 0),
  }));
  const size = dotsOfPoints(DIGIT_POINTS);
  const y = at.y + at.height + size * 0.82;
  const digit = (text: string, middle: number): Mark => ({ kind: 'text', text, x: middle - measure(text, size, 400) / 2, y, size, weight: 400 });
  const placed = [...digits].map((text, place) => {
    if (place === 0) return digit(text, left - 5 * BAR_DOTS);
    const start = place < 7 ? LEFT + (place - 1) * DIGIT : RIGHT + (place - 7) * DIGIT;
    return digit(text, left + (start + DIGIT / 2) * BAR_DOTS);
  });
  return [{ kind: 'rectangles', rectangles }, ...placed];
}
