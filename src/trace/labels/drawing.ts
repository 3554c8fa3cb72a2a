import type { Rectangle } from '../qr/qr-rectangles.ts';

/** Black on white, in dots of 600 dpi from the top left: what every format of a label is made from. */
export interface Drawing {
  width: number;
  height: number;
  marks: readonly Mark[];
}

export type Weight = 400 | 700;

export type Mark =
  /** Bars and modules: filled as one shape, with sharp edges. */
  | { kind: 'rectangles'; rectangles: readonly Rectangle[] }
  | { kind: 'polygon'; points: readonly (readonly [x: number, y: number])[] }
  /** `x`: where the text begins; `y`: its baseline; `size`: of the font. White text stands on a black bar. */
  | { kind: 'text'; text: string; x: number; y: number; size: number; weight: Weight; white?: true };

/** Width of a text at a size. */
export type MeasureText = (text: string, size: number, weight: Weight) => number;

/** The same drawing elsewhere on the paper. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark): Mark => {
    if (mark.kind === 'text') return { ...mark, x: mark.x + dx, y: mark.y + dy };
    if (mark.kind === 'polygon') return { ...mark, points: mark.points.map(([x, y]) => [x + dx, y + dy]) };
    return { ...mark, rectangles: mark.rectangles.map((one) => ({ ...one, x: one.x + dx, y: one.y + dy })) };
  });
}
