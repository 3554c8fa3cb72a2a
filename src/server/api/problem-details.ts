import { z } from 'zod';

/** What was wrong with a request, for programs (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().describe('A URN that names the kind of problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What was found and what to do'),
    errors: z.array(z.object({ field: z.string().describe('Name of the parameter or field'), found: z.string().optional(), code: z.string().optional().describe('A short name of the fault, which never changes'), detail: z.string() })).optional().describe('Every parameter or field that is at fault'),
  })
  .describe('Problem details (RFC 9457)');

export type ProblemField = NonNullable<z.infer<typeof problemSchema>['errors']>[number];

/** An answer that says what was wrong with a request; `more` says what a program can go on with. */
export function problemDetails(status: number, type: string, title: string, detail: string, headers: Readonly<Record<string, string>> = {}, errors?: readonly ProblemField[], more: Readonly<Record<string, unknown>> = {}): Response {
  const body = JSON.stringify({ type: `urn:ocop:problem:${type}`, title, status, detail, ...(errors !== undefined && { errors }), ...more });
  return new Response(`${body}\n`, { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers } });
}

/** 400 for parameters, each named with what was found. */
export function badParameters(errors: readonly ProblemField[]): Response {
  const detail = errors.map(({ field, found, detail: text }) => `${field}${found === undefined ? '' : ` (${JSON.stringify(found)})`}: ${text}`).join(' ');
  return problemDetails(400, 'bad-parameters', 'Bad parameters', detail, {}, errors);
}
