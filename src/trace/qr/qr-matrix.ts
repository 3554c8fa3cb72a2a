import qrcode from 'qrcode';

/** A QR symbol without its quiet zone. The only place that knows the QR library. */
export interface QrMatrix {
  /** Modules on a side: 29 for an address with a GTIN and a short host. */
  modules: number;
  isDark(column: number, row: number): boolean;
}

/** From here on a symbol grows past what prints well on a small pack: version 4 is the largest wanted. */
export const MOST_MODULES = 33;

/** Plain QR at level M, no FNC1 and no picture in the middle; digits and capitals pack tighter than other text. */
export function qrMatrix(text: string): QrMatrix {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return { modules: modules.size, isDark: (column, row) => modules.get(row, column) === 1 };
}
