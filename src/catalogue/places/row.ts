/** The cells of one line; what does not fit is noted under `faults` and read as an empty value. */
export class Row {
  readonly faults: [column: string, message: string][] = [];
  readonly #columns: readonly string[];
  readonly #cells: readonly string[];

  constructor(columns: readonly string[], cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
    if (cells.length !== columns.length) this.#fault('cells', `number ${cells.length}, expected ${columns.length}`);
  }

  text(column: string): string {
    const text = this.optional(column);
    if (text === undefined) this.#fault(column, 'is empty');
    return text ?? '';
  }

  optional(column: string): string | undefined {
    const cell = this.#cells[this.#columns.indexOf(column)];
    return cell === '' ? undefined : cell;
  }

  number(column: string): number {
    return this.optionalNumber(column) ?? (this.#fault(column, 'is empty'), 0);
  }

  optionalNumber(column: string): number | undefined {
    const cell = this.optional(column);
    if (cell === undefined) return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(cell)) this.#fault(column, `is "${cell}", not a number`);
    return Number(cell);
  }

  oneOf<V extends string>(column: string, allowed: readonly V[]): V {
    const cell = this.text(column);
    const value = allowed.find((candidate) => candidate === cell);
    if (value === undefined) this.#fault(column, `is "${cell}", expected one of ${allowed.join(', ')}`);
    return value ?? (cell as V);
  }

  /** `1` or `0`; undefined for an empty cell. */
  flag(column: string): boolean | undefined {
    const cell = this.optional(column);
    return cell === undefined ? undefined : this.oneOf(column, ['0', '1']) === '1';
  }

  #fault(column: string, message: string): void {
    this.faults.push([column, message]);
  }
}
