import type { QrMatrix } from './qr-matrix.ts';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The dark modules, each run of a row as one rectangle; `x` and `y` are where the symbol begins, within its quiet zone. */
export function qrRectangles(matrix: QrMatrix, x: number, y: number, moduleSize: number): Rectangle[] {
  const found: Rectangle[] = [];
  for (let row = 0; row < matrix.modules; row += 1) {
    let start: number | undefined;
    for (let column = 0; column <= matrix.modules; column += 1) {
      const dark = column < matrix.modules && matrix.isDark(column, row);
      if (dark) start ??= column;
      else if (start !== undefined) {
        found.push({ x: x + start * moduleSize, y: y + row * moduleSize, width: (column - start) * moduleSize, height: moduleSize });
        start = undefined;
      }
    }
  }
  return found;
}
