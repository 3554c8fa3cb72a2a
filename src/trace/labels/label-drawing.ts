import { BAR_DOTS, dotsOfMm, dotsOfPoints, QUIET_MODULES, symbolSide } from '../qr/print-size.ts';
import { ean13, EAN13_MODULES, EAN13_QUIET } from '../qr/ean13.ts';
import { MOST_MODULES, qrMatrix } from '../qr/qr-matrix.ts';
import { qrRectangles } from '../qr/qr-rectangles.ts';
import { moved, type Drawing, type Mark, type MeasureText } from './drawing.ts';
import { ean13Marks } from './ean13-marks.ts';
import type { LabelFacts } from './label-facts.ts';
import type { LabelGrid } from './label-grid.ts';
import { captionMarks, captionTexts } from './label-caption.ts';
import { textColumn } from './label-text.ts';

/** White around everything: a knife that slips does not cut into the quiet zone. */
const EDGE = dotsOfMm(0.8);
const GAP = dotsOfMm(0.8);
const BAND = dotsOfMm(3.2);
const BARS_HEIGHT = dotsOfMm(7);
const DIGITS_HEIGHT = dotsOfMm(2.5);

/** What somebody who prints should know about a label. */
export type LabelNote = 'symbol-large' | 'no-room-for-ean13' | 'no-room-for-text';

export interface LabelDrawing extends Drawing {
  modules: number;
  notes: readonly LabelNote[];
}

/** One label: the symbol on the left, what people read beside it, the EAN-13 below that where there is room. */
export function labelDrawing(facts: LabelFacts, { width, height, moduleDots, points }: Pick<LabelGrid, 'width' | 'height' | 'moduleDots' | 'points'>, measure: MeasureText): LabelDrawing {
  const matrix = qrMatrix(facts.address);
  const side = symbolSide(matrix.modules, moduleDots);
  const band = facts.warnings.length === 0 ? [] : bandMarks(facts.warnings.join(' · '), width, measure);
  const top = EDGE + (band.length === 0 ? 0 : BAND);
  const quiet = QUIET_MODULES * moduleDots;
  const symbol: Mark = { kind: 'rectangles', rectangles: qrRectangles(matrix, EDGE + quiet, top + quiet, moduleDots) };

  const column = { x: EDGE + side + GAP, y: top, width: width - 2 * EDGE - side - GAP, height: height - EDGE - top };
  const below = { x: EDGE, y: top + side, width: side, height: height - EDGE - top - side };
  const captions = captionTexts(facts);
  const caption = captionMarks(captions, below, measure);
  const beside = caption === undefined ? captions : [];

  const bars = facts.ean13 === undefined ? undefined : barsBox(column);
  const withBars = bars && textColumn(facts, beside, { ...column, height: bars.y - GAP - column.y }, points, measure);
  const text = withBars ?? textColumn(facts, beside, column, points, measure);
  const spare = withBars !== undefined || text === undefined ? 0 : Math.max(0, column.height - text.height) / 2;
  return {
    width,
    height,
    modules: matrix.modules,
    marks: [
      ...band,
      symbol,
      ...(caption ?? []),
      ...moved(text?.marks ?? [], 0, spare),
      ...(withBars && bars ? ean13Marks(ean13(facts.ean13 as string), bars, measure) : []),
    ],
    notes: [
      ...(matrix.modules > MOST_MODULES ? ['symbol-large' as const] : []),
      ...(facts.ean13 !== undefined && withBars === undefined ? ['no-room-for-ean13' as const] : []),
      ...(text === undefined ? ['no-room-for-text' as const] : []),
    ],
  };
}

/** The symbol alone, for somebody who designs a pack. */
export function symbolDrawing(address: string, moduleDots: number): LabelDrawing {
  const matrix = qrMatrix(address);
  const side = symbolSide(matrix.modules, moduleDots);
  const quiet = QUIET_MODULES * moduleDots;
  const notes: LabelNote[] = matrix.modules > MOST_MODULES ? ['symbol-large'] : [];
  return { width: side, height: side, modules: matrix.modules, marks: [{ kind: 'rectangles', rectangles: qrRectangles(matrix, quiet, quiet, moduleDots) }], notes };
}

/** At the bottom right; undefined when the column is too narrow for the bars and their quiet zones. */
function barsBox(column: { x: number; y: number; width: number; height: number }): { x: number; y: number; height: number } | undefined {
  const needed = (EAN13_QUIET.left + EAN13_MODULES + EAN13_QUIET.right) * BAR_DOTS;
  if (column.width < needed) return undefined;
  return { x: column.x + column.width - needed, y: column.y + column.height - BARS_HEIGHT - DIGITS_HEIGHT, height: BARS_HEIGHT };
}

function bandMarks(words: string, width: number, measure: MeasureText): Mark[] {
  const size = dotsOfPoints(6.5);
  const x = (width - measure(words, size, 700)) / 2;
  return [
    { kind: 'rectangles', rectangles: [{ x: 0, y: 0, width, height: BAND }] },
    { kind: 'text', text: words, x, y: BAND / 2 + size * 0.36, size, weight: 700, white: true },
  ];
}
