import type { ColumnKey } from './column-key.ts';
import type { Words } from '../words.ts';

/** One cell of a row, cleaned, with where it stands. */
export interface AnnexCell {
  text: string;
  value: string | number | boolean | Date;
  /** From 0. */
  column: number;
  /** The header as the file writes it. */
  header: string;
}

/** One row that names a product, before any of it is understood. */
export interface AnnexRow {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  row: number;
  cells: ReadonlyMap<ColumnKey, AnnexCell>;
  /** Further columns of the same kind, such as a second one with stars. */
  others: ReadonlyMap<ColumnKey, readonly AnnexCell[]>;
  /** Title lines above the table, then those of the tables before it on the sheet: the nearest say most. */
  titles: readonly (readonly string[])[];
  /** Headings inside the table above this row ("I. Huyện Cẩm Xuyên", "Sản phẩm 4 sao"), outermost first. */
  headings: readonly string[];
  since1904: boolean;
}

/** Something about the file that the clerk should know; nothing waits for it. */
export interface FileNotice extends Words {
  sheet?: string;
  row?: number;
}
