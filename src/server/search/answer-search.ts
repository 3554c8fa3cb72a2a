import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { statusOn } from '../../domain/certificate-status.ts';
import type { Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import type { FacetField } from '../../search/search-filters.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import { readSearchParameters, RESULTS_PER_PAGE, SEARCH_NAMES } from '../../search/search-parameters.ts';
import { isNotModified } from '../api/entity-tag.ts';
import { badParameters, type ProblemField } from '../api/problem-details.ts';
import type { SiteApp } from '../http/site-app.ts';
import type { WebVisitor } from '../http/web-door.ts';
import { isDeclared } from './declaration.ts';
import { productCard } from './product-card.ts';
import { ALL_FACETS } from './search-asker.ts';
import type { SearchDoorParts } from './search-door.ts';
import { searchAnswerSchema, searchQuerySchema, type SearchAnswer } from './search-schemas.ts';

/** `GET /api/search`. */
export async function answerSearch({ search, siteUrl }: SearchDoorParts, request: Request, visitor: WebVisitor): Promise<Response> {
  const { view } = visitor.served?.app as SiteApp;
  const query = new URL(request.url).searchParams;
  const errors = [...parameterErrors(searchQuerySchema, query), ...unknownNames(view, query)];
  if (errors.length > 0) return badParameters(errors);
  const language: Language = query.get('lang') === 'en' ? 'en' : 'vi';
  const alcohol = isDeclared(request);
  const limit = Number(query.get('limit') ?? RESULTS_PER_PAGE);
  const { parameters } = readSearchParameters(query, 'en');
  const outcome = await search({ parameters, limit, alcohol, asOf: view.asOf, facets: ALL_FACETS }, request.signal);
  return jsonAnswer(request, searchAnswerSchema.parse(answerOf(view, outcome, { language, siteUrl, alcohol })), alcohol);
}

/** Each parameter that the schema refuses, with what was found. */
export function parameterErrors(schema: z.ZodObject, query: URLSearchParams): ProblemField[] {
  const values = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
  const { error } = schema.safeParse(values);
  const named = new Map<string, ProblemField>();
  for (const { path, message, code, ...issue } of error?.issues ?? []) {
    const unknown = code === 'unrecognized_keys' ? (issue as { keys?: string[] }).keys ?? [] : [];
    for (const field of unknown) named.set(field, { field, found: values[field] ?? '', detail: `is unknown; known are ${Object.keys(schema.shape).join(', ')}.` });
    const field = String(path[0] ?? '');
    if (unknown.length === 0 && !named.has(field)) named.set(field, { field, ...(values[field] !== undefined && { found: values[field] }), detail: values[field] === undefined ? `is missing: ${message}.` : `must be ${message}.` });
  }
  return [...named.values()];
}

/** Names that are well written and that the register does not have. */
function unknownNames({ catalogue }: View, query: URLSearchParams): ProblemField[] {
  const names = SEARCH_NAMES.en;
  const known: Partial<Record<string, (name: string) => boolean>> = {
    [names.groups]: (id) => catalogue.group(id) !== undefined,
    [names.provinces]: (slug) => catalogue.provinceBySlug(slug) !== undefined,
    [names.communes]: (slug) => catalogue.communeBySlug(...(slug.split('/') as [string, string])) !== undefined,
  };
  return Object.entries(known).flatMap(([field, isKnown]) => {
    const wrong = query.getAll(field).flatMap((value) => value.split(',')).find((value) => value !== '' && isKnown?.(value) === false);
    return wrong === undefined ? [] : [{ field, found: wrong, detail: 'names nothing in this register.' }];
  });
}

interface AnswerParts {
  language: Language;
  siteUrl: string;
  alcohol: boolean;
}

function answerOf({ catalogue, asOf }: View, { engine, understood, answer }: SearchOutcome, { language, siteUrl, alcohol }: AnswerParts): SearchAnswer {
  const hits = answer.hits.flatMap(({ id, partial }) => {
    const product = catalogue.product(id);
    if (product === undefined || (product.alcohol && !alcohol)) return [];
    const { name, producer, commune, province, term, href, sample } = productCard(catalogue, product, language, asOf);
    return [{ id, name, producer: producer ?? null, commune: commune ?? null, province: province ?? null, stars: term?.stars ?? null, status: term === undefined ? ('unconfirmed' as const) : statusOn(term, asOf).status, url: siteUrl + href, partial, sample }];
  });
  const meanings = understood.meanings.map(({ kind, key, typed, label }) => ({ kind, key, typed, label }));
  const question = understood.question && { typed: understood.question.typed, choices: understood.question.choices.map(({ key, label }) => ({ key, label })) };
  const facets = Object.fromEntries(Object.entries(answer.facets).map(([field, counts]) => [SEARCH_NAMES.en[field as FacetField], counts.map(({ value, count }) => ({ value, count }))]));
  return { engine, total: answer.total, understood: { text: understood.text, ...(understood.readAs !== undefined && { readAs: understood.readAs }), meanings, ...(question && { question }) }, hits, facets };
}

/** The tag is of the answer itself: another snapshot, day or engine that says the same has the same one. */
export function jsonAnswer(request: Request, body: unknown, isPrivate: boolean): Response {
  const text = `${JSON.stringify(body)}\n`;
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'x-robots-tag': 'noindex', vary: 'cookie' });
  if (isPrivate) {
    headers.set('cache-control', 'private, no-store');
    return new Response(text, { headers });
  }
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  headers.set('etag', etag);
  headers.set('cache-control', 'public, max-age=0, must-revalidate');
  headers.set('access-control-allow-origin', '*');
  const known = new Request(request.url, { headers: { 'if-none-match': (request.headers.get('if-none-match') ?? '').replace(/-(?:br|gzip)"/g, '"') } });
  return isNotModified(known, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}
