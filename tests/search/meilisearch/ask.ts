import type { EngineAnswer, EngineQuery, SearchEngine } from '../../../src/search/engine.ts';
import { foldPhrase, syllablesIn } from '../../../src/search/syllables.ts';
import { DAY } from './sample-products.ts';

/** A query as it comes out of the query layer when nothing but words was understood. */
export function plainQuery(text: string, more: Partial<EngineQuery> = {}): EngineQuery {
  const syllables = syllablesIn(text);
  const words = syllables.map((marked, place) => ({ marked, folded: foldPhrase(marked), isPrefix: place === syllables.length - 1 && !text.endsWith(' '), alternatives: [] }));
  const hasMarks = words.some(({ marked, folded }) => marked !== folded);
  return { understood: { text, words, hasMarks, meanings: [] }, filters: {}, sort: 'relevance', page: 1, limit: 10, asOf: DAY, facets: [], alcohol: false, ...more };
}

export async function idsOf(engine: SearchEngine, query: EngineQuery): Promise<string[]> {
  return ids(await engine.search(query));
}

export function ids({ hits }: EngineAnswer): string[] {
  return hits.map(({ id, partial }) => (partial ? `(${id})` : id));
}
