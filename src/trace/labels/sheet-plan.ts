import { dotsOfMm } from '../qr/print-size.ts';
import type { Rectangle } from '../qr/qr-rectangles.ts';
import { labelsOnPage, PAGE, type LabelGrid } from './label-grid.ts';

export interface SheetPlan {
  pages: number;
  /** Top left corners of the labels of a page, row by row. */
  places: readonly { x: number; y: number }[];
  /** Thin lines in the margin where a knife goes. */
  cutMarks: readonly Rectangle[];
}

const [MARK_LENGTH, MARK_WIDTH, MARK_GAP] = [dotsOfMm(3.5), 3, dotsOfMm(0.8)];

/** Where `labels` labels lie on A4 pages, in the middle of each. */
export function sheetPlan(grid: LabelGrid, labels: number): SheetPlan {
  const { columns, rows, width, height } = grid;
  const left = evenHalf(PAGE.width - columns * width);
  const top = evenHalf(PAGE.height - rows * height);
  const places = Array.from({ length: columns * rows }, (_, at) => ({ x: left + (at % columns) * width, y: top + Math.floor(at / columns) * height }));
  const [right, bottom] = [left + columns * width, top + rows * height];
  const across = Array.from({ length: columns + 1 }, (_, at) => left + at * width);
  const down = Array.from({ length: rows + 1 }, (_, at) => top + at * height);
  const reach = MARK_LENGTH + MARK_GAP;
  return {
    pages: Math.ceil(labels / labelsOnPage(grid)),
    places,
    cutMarks: [
      ...across.flatMap((x) => [top - reach, bottom + MARK_GAP].map((y) => ({ x: x - 1, y, width: MARK_WIDTH, height: MARK_LENGTH }))),
      ...down.flatMap((y) => [left - reach, right + MARK_GAP].map((x) => ({ x, y: y - 1, width: MARK_LENGTH, height: MARK_WIDTH }))),
    ],
  };
}

/** See `dotsOfMm`: labels begin on a dot of any office printer. */
function evenHalf(dots: number): number {
  return 2 * Math.round(dots / 4);
}
