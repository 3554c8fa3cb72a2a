import type { EngineAnswer, EngineHit, EngineQuery, FacetCount, SearchEngine } from '../engine.ts';
import type { FacetField } from '../search-filters.ts';
import { kmBetween } from '../km-between.ts';
import { toEngineError, type Meilisearch } from './client.ts';
import { narrows } from './filter-text.ts';
import { federatedSearch, type Plan, type Reach } from './query-plan.ts';

export interface MeilisearchEngineParts {
  /** With a key that may search `index`. */
  client: Meilisearch;
  index: string;
}

/** With fewer products that hold every word, slips of the ear are thought of, then products that hold most of the words. */
const FEW = 5;
/** Beyond it a total reads "1,000 and more"; Meilisearch gives no hits beyond it. */
const MOST_COUNTED = 1_000;

/**
 * Answers from a Meilisearch index that holds the documents of `indexDocument` under `INDEX_SETTINGS`. Rejects with
 * `EngineUnavailable` while it is stopped, slow or without its index, with `MeilisearchRefusal` when it finds a query wrong.
 */
export function openMeilisearchEngine(parts: MeilisearchEngineParts): SearchEngine {
  return {
    name: 'meilisearch',
    search: (query, signal) => searchIn(parts, query, signal).catch((error: unknown) => Promise.reject(toEngineError(error))),
  };
}

async function searchIn(parts: MeilisearchEngineParts, query: EngineQuery, signal?: AbortSignal): Promise<EngineAnswer> {
  const reaches: Reach[] = ['words', ...(hasSlips(query) ? (['slips'] as const) : [])];
  let found: Found | undefined;
  for (const reach of reaches) {
    found = await findAll(parts, query, reach, signal);
    if (found.total >= FEW) break;
  }
  const whole = found as Found;
  const more = whole.total < FEW && query.understood.words.length > 1 ? await findMore(parts, query, whole, signal) : whole;
  return { total: Math.min(MOST_COUNTED, more.total), hits: pageOf(more.hits, query), facets: facetsOf(query.facets, more.counts) };
}

interface Found {
  total: number;
  /** From the first on. */
  hits: readonly EngineHit[];
  counts: FacetTables;
}

type FacetTables = Readonly<Partial<Record<FacetField, Readonly<Record<string, number>>>>>;

/** A facet that narrows is counted by a search of its own, without its filter. */
async function findAll(parts: MeilisearchEngineParts, query: EngineQuery, reach: Reach, signal?: AbortSignal): Promise<Found> {
  const narrowing = query.facets.filter((field) => narrows(query.filters, field));
  const plan: Plan = { index: parts.index, reach, offset: 0, limit: Math.min(MOST_COUNTED, query.page * query.limit), facets: query.facets.filter((field) => !narrowing.includes(field)) };
  const [main, ...others] = await Promise.all([ask(parts, query, plan, signal), ...narrowing.map((field) => ask(parts, query, { ...plan, limit: 0, facets: [field], except: field }, signal))]);
  return { ...main, counts: Object.assign({}, main.counts, ...others.map(({ counts }) => counts)) as FacetTables };
}

/** Products that hold the rarest of the words behind those that hold every word, counted together. */
async function findMore(parts: MeilisearchEngineParts, query: EngineQuery, whole: Found, signal?: AbortSignal): Promise<Found> {
  const more = await findAll(parts, query, 'some-words', signal);
  const known = new Set(whole.hits.map(({ id }) => id));
  return { ...more, hits: [...whole.hits, ...more.hits.filter(({ id }) => !known.has(id)).map((hit) => ({ ...hit, partial: true }))] };
}

async function ask({ client, index }: MeilisearchEngineParts, query: EngineQuery, plan: Plan, signal?: AbortSignal): Promise<Found> {
  const answer = await client.multiSearch<ReturnType<typeof federatedSearch>, HitFields>(federatedSearch(query, plan), signal === undefined ? {} : { signal });
  const point = query.filters.near?.point;
  return {
    total: answer.estimatedTotalHits ?? 0,
    hits: answer.hits.map(({ id, _geo }) => ({ id, partial: false, ...(point !== undefined && _geo !== undefined && { km: kmBetween(point, _geo) }) })),
    counts: answer.facetsByIndex?.[index]?.distribution ?? {},
  };
}

interface HitFields {
  id: string;
  _geo?: { lat: number; lng: number };
}

function hasSlips({ understood }: EngineQuery): boolean {
  return understood.words.some(({ alternatives }) => alternatives.some(({ cost }) => cost === 1));
}

function pageOf(hits: readonly EngineHit[], { page, limit }: EngineQuery): EngineHit[] {
  return hits.slice((page - 1) * limit, page * limit);
}

function facetsOf(fields: readonly FacetField[], tables: FacetTables): EngineAnswer['facets'] {
  return Object.fromEntries(fields.map((field) => [field, countsOf(field, Object.entries(tables[field] ?? {}))]));
}

function countsOf(field: FacetField, counted: readonly (readonly [string, number])[]): FacetCount[] {
  const values = counted.filter(([value]) => field !== 'buyable' || value === 'true');
  const held = field === 'status' ? values.reduce((sum, [value, count]) => sum + (value === 'valid' || value === 'expiring' ? count : 0), 0) : 0;
  const all = held === 0 ? values : [...values, ['held', held] as const];
  return all.map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
