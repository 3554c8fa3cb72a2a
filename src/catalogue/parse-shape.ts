import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';

/** The record, or one problem for each field that has not the shape its schema asks for. */
export function parseShape<T>(schema: z.ZodType<T>, file: string, value: unknown): { record: T } | { problems: Problem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { record: result.data };
  return { problems: result.error.issues.map((issue) => problemOf(issue, file, value)) };
}

function problemOf(issue: z.core.$ZodIssue, file: string, value: unknown): Problem {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return { file, field: field || issue.keys[0] || '', severity: 'error', message: `has unknown field ${keys}: remove it or correct its name` };
  }
  const found = describe(at(value, issue.path));
  return { file, field, severity: 'error', message: `is ${found}: ${issue.message}` };
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined | null)?.[key], value);
}

function describe(found: unknown): string {
  if (found === undefined) return 'missing';
  const text = JSON.stringify(found);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
