import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';

export interface SheetMade {
  name: string;
  rows: CellValue[][];
  /** `[startRow, startCol, endRow, endCol]`, from 0. */
  merges?: readonly (readonly [number, number, number, number])[];
  hidden?: boolean;
  /** By `row,col`. */
  styles?: Readonly<Record<string, CellStyle>>;
}

export async function xlsx(sheets: readonly SheetMade[], options: { dateSystem?: '1900' | '1904'; font?: string; password?: string } = {}): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem: options.dateSystem ?? '1900',
    defaultFont: { name: options.font ?? 'Times New Roman', size: 12 },
    ...(options.password === undefined ? {} : { encryption: { password: options.password, spinCount: 1000 } }),
    sheets: sheets.map(({ name, rows, merges, hidden, styles }) => ({
      name,
      rows,
      hidden: hidden ?? false,
      merges: (merges ?? []).map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      cells: new Map(Object.entries(styles ?? {}).map(([at, style]) => {
        const [row = 0, column = 0] = at.split(',').map(Number);
        return [at, { value: rows[row]?.[column] ?? null, style }];
      })),
    })),
  });
}

export function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
  return rows.map((row) => row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)).join('\r\n');
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One byte a character, as a file saved in the code page of an old font. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}
