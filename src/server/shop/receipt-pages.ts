import { wrapText } from '../../media/text-lines.ts';
import type { Drawing, Mark, MeasureText, Weight } from '../../trace/labels/drawing.ts';
import { PAGE } from '../../trace/labels/label-grid.ts';
import { dotsOfMm, dotsOfPoints } from '../../trace/qr/print-size.ts';
import type { ReceiptLine } from './receipt-lines.ts';

const LEFT = dotsOfMm(22);
const RIGHT = PAGE.width - dotsOfMm(22);
const TOP = dotsOfMm(22);
const BOTTOM = PAGE.height - dotsOfMm(20);
/** For amounts, and white before them. */
const AMOUNT_WIDTH = dotsOfMm(42);
const LEADING = 1.45;

const FACES: Readonly<Record<ReceiptLine['kind'], { points: number; weight: Weight }>> = {
  title: { points: 20, weight: 700 },
  head: { points: 10.5, weight: 700 },
  plain: { points: 10.5, weight: 400 },
  soft: { points: 9, weight: 400 },
  total: { points: 12.5, weight: 700 },
};

/** Lines set on A4 pages, amounts to the right margin. */
export function receiptPages(lines: readonly ReceiptLine[], measure: MeasureText): Drawing[] {
  const pages: Mark[][] = [[]];
  let y = TOP;
  for (const { text, amount, kind, gap = 0 } of lines) {
    const { points, weight } = FACES[kind];
    const size = dotsOfPoints(points);
    const width = RIGHT - LEFT - (amount === undefined ? 0 : AMOUNT_WIDTH);
    y += gap * dotsOfPoints(FACES.plain.points) * LEADING;
    wrapText(text, width, size, (part, of) => measure(part, of, weight)).forEach((part, at) => {
      if (y + size * LEADING > BOTTOM) {
        pages.push([]);
        y = TOP;
      }
      const baseline = Math.round(y + size);
      pages.at(-1)?.push({ kind: 'text', text: part, x: LEFT, y: baseline, size, weight });
      if (at === 0 && amount !== undefined) pages.at(-1)?.push({ kind: 'text', text: amount, x: Math.round(RIGHT - measure(amount, size, weight)), y: baseline, size, weight });
      y += size * LEADING;
    });
  }
  return pages.map((marks) => ({ width: PAGE.width, height: PAGE.height, marks }));
}
