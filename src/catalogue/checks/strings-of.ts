/** A string somewhere inside a record, with its dotted path: `lines.0.asSigned.name`. */
export interface StringAt {
  field: string;
  text: string;
}

/** Several rules walk the same records; each record is walked once. */
const walked = new WeakMap<object, readonly StringAt[]>();

/** Every string value inside a record, in the order of its fields. The record must not change afterwards. */
export function stringsOf(record: object): readonly StringAt[] {
  const known = walked.get(record);
  if (known !== undefined) return known;
  const strings: StringAt[] = [];
  walk(record, '', strings);
  walked.set(record, strings);
  return strings;
}

function walk(value: unknown, field: string, into: StringAt[]): void {
  if (typeof value === 'string') into.push({ field, text: value });
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) walk(inner, field === '' ? key : `${field}.${key}`, into);
  }
}
