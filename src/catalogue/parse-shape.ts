import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';

export type ParsedShape<T> = { record: T } | { problems: Problem[] };

const PARSED = new WeakMap<z.ZodType, WeakMap<object, ParsedShape<unknown>>>();

/**
 * The record, or one problem for each field that has not the shape its schema asks for. The same value gives the very
 * same record again.
 */
export function parseShape<T>(schema: z.ZodType<T>, file: string, value: unknown): ParsedShape<T> {
  if (typeof value !== 'object' || value === null) return parse(schema, file, value);
  const known = PARSED.get(schema) ?? new WeakMap<object, ParsedShape<unknown>>();
  PARSED.set(schema, known);
  const kept = known.get(value) as ParsedShape<T> | undefined;
  if (kept !== undefined) return kept;
  const parsed = parse(schema, file, value);
  known.set(value, parsed);
  return parsed;
}

function parse<T>(schema: z.ZodType<T>, file: string, value: unknown): ParsedShape<T> {
  const result = schema.safeParse(value);
  if (result.success) return { record: result.data };
  return { problems: result.error.issues.map((issue) => problemOf(issue, file, value)) };
}

function problemOf(issue: z.core.$ZodIssue, file: string, value: unknown): Problem {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return { file, field: field || issue.keys[0] || '', severity: 'error', message: `has unknown field ${keys}: remove it or correct its name`, messageVi: `có trường lạ ${keys}: bỏ đi hoặc sửa lại tên trường` };
  }
  const found = describe(at(value, issue.path));
  return { file, field, severity: 'error', message: `is ${found}: ${issue.message}`, messageVi: `${found === 'missing' ? 'còn thiếu' : `là ${found}`}: ${vietnamese(issue)}` };
}

/** The library speaks English; the commonest faults are said in the clerk's language. */
function vietnamese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `cần kiểu ${TYPES_VI[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `chỉ nhận một trong: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return 'quá ngắn hoặc quá nhỏ';
    case 'too_big':
      return 'quá dài hoặc quá lớn';
    default:
      return issue.message;
  }
}

const TYPES_VI: Readonly<Record<string, string>> = { string: 'chữ', number: 'số', boolean: 'true hoặc false', array: 'danh sách', object: 'nhóm trường', int: 'số nguyên' };

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined | null)?.[key], value);
}

function describe(found: unknown): string {
  if (found === undefined) return 'missing';
  const text = JSON.stringify(found);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
