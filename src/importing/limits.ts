/** What one annex may hold. A province's whole register stays far below; beyond it the file is no annex or an attack. */
export const LIMITS = {
  fileBytes: 20_000_000,
  unpackedBytes: 200_000_000,
  zipEntries: 2_000,
  sheets: 50,
  rows: 50_000,
  columns: 200,
  cellCharacters: 10_000,
} as const;
