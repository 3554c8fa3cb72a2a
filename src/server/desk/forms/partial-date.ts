/** `22/11/2026`, `11/2026` and `2026` as records write them; what is written so already, or cannot be read, stays as typed. */
export function partialDateFrom(typed: string): string | number | undefined {
  if (typed === '') return undefined;
  // A year alone is a number in YAML.
  if (/^\d{4}$/.test(typed)) return Number(typed);
  const [, day, month, year] = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  return year === undefined ? typed : [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-');
}

/** As it is written on a pack. */
export function partialDateText(value: unknown): string {
  const text = String(value ?? '');
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) ? text.split('-').reverse().join('/') : text;
}
