/** The same value with the keys of every object in order. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortedKeys(inner)]));
}

/** As JavaScript writes it, and as PHP does: with `\/` and with `\u` for every letter beyond ASCII. A sender does one or the other. */
export function jsonForms(value: unknown): string[] {
  const plain = JSON.stringify(value);
  const php = plain.replaceAll('/', '\\/').replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return plain === php ? [plain] : [plain, php];
}
