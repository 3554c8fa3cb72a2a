import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Problem } from '../../domain/problem.ts';
import { Row } from './row.ts';

/** One kind of record kept as a CSV file with a header line; cells are text, empty where nothing is known. */
export interface Table<T> {
  file: string;
  columns: readonly string[];
  toRecord: (row: Row) => T;
}

/** Reads a table; a row with a fault becomes a problem and is left out. */
export function readTable<T>(folder: string, table: Table<T>, problems: Problem[]): T[] {
  const report = (field: string, message: string): void => {
    problems.push({ file: recordPath(table.file), field, message, severity: 'error' });
  };
  const lines = readLines(join(folder, table.file), report);
  const header = lines.shift();
  if (header === undefined) return [];
  if (header.join() !== table.columns.join()) {
    report('line 1', `has the columns "${header.join()}", expected "${table.columns.join()}"`);
    return [];
  }
  return lines.flatMap((cells, index) => {
    const row = new Row(table.columns, cells);
    const record = table.toRecord(row);
    for (const [column, message] of row.faults) report(`line ${index + 2}, ${column}`, message);
    return row.faults.length === 0 ? [record] : [];
  });
}

/** Where the table lies in the project, for the person who has to mend it. */
export function recordPath(file: string): string {
  return `content/places/${file}`;
}

function readLines(path: string, report: (field: string, message: string) => void): string[][] {
  if (!existsSync(path)) {
    report('file', 'is missing; it is part of the register and comes with the project');
    return [];
  }
  const text = readFileSync(path, 'utf8');
  if (text !== text.normalize('NFC')) report('text', 'is not in Unicode NFC; save it normalised');
  try {
    return parse(text.normalize('NFC'), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    report('file', `is not readable as CSV: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
