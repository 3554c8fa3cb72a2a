import { dotsOfMm, LARGE_MODULE_DOTS, MODULE_DOTS } from '../qr/print-size.ts';

/** How labels lie on an A4 page. */
export interface LabelGrid {
  id: string;
  columns: number;
  rows: number;
  /** Of one label, in dots. */
  width: number;
  height: number;
  moduleDots: number;
  /** Largest and smallest size of its text, in points. */
  points: readonly [largest: number, smallest: number];
  words: string;
}

export const PAGE = { width: dotsOfMm(210), height: dotsOfMm(297) };
/** Office printers leave the outermost millimetres white. */
const MARGIN_MM = 8;
const INSIDE = { width: 210 - 2 * MARGIN_MM, height: 297 - 2 * MARGIN_MM };

export const LABEL_GRIDS: readonly LabelGrid[] = [
  grid('3x8', 3, 8, 'nhãn vừa, dán hộp và túi', { moduleDots: MODULE_DOTS, points: [8, 5] }),
  grid('4x10', 4, 10, 'nhãn nhỏ, không đủ chỗ cho mã vạch EAN-13', { moduleDots: MODULE_DOTS, points: [8, 4.5] }),
  grid('2x5', 2, 5, 'nhãn rộng', { moduleDots: LARGE_MODULE_DOTS, points: [10, 6] }),
  { id: '1x1', columns: 1, rows: 1, width: dotsOfMm(120), height: dotsOfMm(70), moduleDots: LARGE_MODULE_DOTS, points: [14, 7], words: '1 nhãn 120 × 70 mm, dán thùng hoặc kệ hàng' },
];

export const DEFAULT_GRID = LABEL_GRIDS[0] as LabelGrid;

export function gridOf(id: string): LabelGrid | undefined {
  return LABEL_GRIDS.find((one) => one.id === id.toLowerCase().replace('×', 'x'));
}

export const labelsOnPage = ({ columns, rows }: LabelGrid): number => columns * rows;

function grid(id: string, columns: number, rows: number, words: string, sizes: Pick<LabelGrid, 'moduleDots' | 'points'>): LabelGrid {
  const [width, height] = [INSIDE.width / columns, INSIDE.height / rows].map((mm) => Math.floor(mm * 10) / 10) as [number, number];
  const size = `${width.toFixed(1)} × ${height.toFixed(1)} mm`.replaceAll('.', ',');
  return { id, columns, rows, width: dotsOfMm(width), height: dotsOfMm(height), ...sizes, words: `${columns * rows} nhãn ${size}, ${words}` };
}
