/**
 * `120`, `12,5`, `1.200` (a thousand two hundred), `1.200,5`, with or without "kg". What cannot be read is given back as
 * it was typed, for the record's shape to refuse it in words; undefined for nothing.
 */
export function kilogramsFrom(typed: string): number | string | undefined {
  const bare = typed.replace(/\s*kg$/i, '').replace(/\s/g, '');
  if (bare === '') return undefined;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  return /^\d{1,9}(?:\.\d{1,3})?$/.test(plain) ? Number(plain) : typed;
}

/** As {@link kilogramsFrom} reads it. */
export function kilogramsText(kg: unknown): string {
  return typeof kg === 'number' ? String(kg).replace('.', ',') : String(kg ?? '');
}

/** `1.200` packs or households; what cannot be read is given back as it was typed. */
export function wholeFrom(typed: string): number | string | undefined {
  const bare = typed.replace(/[.\s]/g, '');
  if (bare === '') return undefined;
  return /^\d{1,9}$/.test(bare) ? Number(bare) : typed;
}
