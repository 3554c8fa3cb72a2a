/** One cell that holds something. */
export interface Cell {
  /** As the file holds it, not cleaned. */
  text: string;
  value: string | number | boolean | Date;
  /** Name of the font, when the file says it: `.VnTime` and `VNI-Times` tell how the letters are coded. */
  font?: string;
}

/** Inclusive, counted from 0. */
export interface Merge {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}

/** One sheet as a grid; rows and cells counted from 0, as short as their content. */
export interface SheetGrid {
  name: string;
  rows: (Cell | undefined)[][];
  merges: readonly Merge[];
  hidden: boolean;
  /** Serial numbers of days count from 01/01/1904 and not from 1900. */
  since1904: boolean;
  /** The old coding in which a CSV file was written, once it is read. */
  readFrom?: 'tcvn3' | 'vni' | 'windows-1258';
}

export function cellOf(value: string | number | boolean | Date): Cell {
  return { value, text: value instanceof Date ? value.toISOString().slice(0, 10) : String(value) };
}

/** `A`, `B`, … `AA` as Excel shows it; `column` counts from 0. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
