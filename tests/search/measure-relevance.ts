import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { IsoDate } from '../../src/domain/calendar-day.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { filtersOf } from '../../src/search/filters-of.ts';
import { understand } from '../../src/search/understand.ts';
import type { KnownWords, Vocabulary } from '../../src/search/vocabulary.ts';
import type { JudgedQuery } from './judged-queries.ts';

export interface Relevance {
  queries: number;
  /** Mean of hits in the first ten / min(10, relevant). */
  recall: number;
  /** Mean of 1 / rank of the first relevant within ten. */
  mrr: number;
  /** Share with a relevant hit in the first ten. */
  success: number;
}

export interface Judgement extends Omit<Relevance, 'queries'> {
  judged: JudgedQuery;
  hits: readonly string[];
}

/** Asks an engine every query as the site does: understood, then searched. */
export async function judge(engine: SearchEngine, words: KnownWords, catalogue: Catalogue, queries: readonly JudgedQuery[], asOf: IsoDate): Promise<Judgement[]> {
  const vocabulary: Vocabulary = { words, places: catalogue.placeIndex, groups: catalogue.groups };
  const judgements: Judgement[] = [];
  for (const judged of queries) {
    const understood = understand(judged.query, vocabulary);
    const answer = await engine.search({ understood, filters: filtersOf(understood), sort: 'relevance', page: 1, limit: 10, asOf, facets: [], alcohol: judged.declared });
    judgements.push(judgementOf(judged, answer.hits.map(({ id }) => id)));
  }
  return judgements;
}

function judgementOf(judged: JudgedQuery, hits: readonly string[]): Judgement {
  const wanted = new Set(judged.relevant);
  const rank = hits.findIndex((id) => wanted.has(id)) + 1;
  return { judged, hits, recall: hits.filter((id) => wanted.has(id)).length / Math.min(10, wanted.size), mrr: rank === 0 ? 0 : 1 / rank, success: rank === 0 ? 0 : 1 };
}

export function relevanceOf(judgements: readonly Judgement[]): Relevance {
  const mean = (pick: (one: Judgement) => number): number => judgements.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, judgements.length);
  return { queries: judgements.length, recall: mean(({ recall }) => recall), mrr: mean(({ mrr }) => mrr), success: mean(({ success }) => success) };
}

export function relevanceByKind(judgements: readonly Judgement[]): ReadonlyMap<string, Relevance> {
  return new Map([...Map.groupBy(judgements, ({ judged }) => judged.kind)].map(([kind, ones]) => [kind, relevanceOf(ones)]));
}
