/** A string somewhere inside a record, with its dotted path: `lines.0.asSigned.name`. */
export interface StringAt {
  field: string;
  text: string;
}

/** Every string value inside a record, in the order of its fields. */
export function stringsOf(value: unknown, field = ''): StringAt[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, field === '' ? key : `${field}.${key}`));
}
