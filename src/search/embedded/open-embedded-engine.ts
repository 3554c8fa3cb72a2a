import type { EngineAnswer, EngineQuery, SearchEngine } from '../engine.ts';
import { kmBetween } from '../km-between.ts';
import type { SearchDocument } from '../search-document.ts';
import type { KnownWords } from '../vocabulary.ts';
import { bestFirst } from './best-first.ts';
import { buildColumns, type Columns } from './columns.ts';
import { facetCounter } from './count-facets.ts';
import { lookFor, withEveryWord } from './look-for.ts';
import { narrowBy } from './narrow.ts';
import { sortKey } from './order-of.ts';
import { relevance } from './relevance.ts';
import { buildRowIndex, type RowIndex } from './row-index.ts';

export interface EmbeddedEngine extends SearchEngine {
  readonly name: 'embedded';
  /** For the vocabulary of the query layer. */
  words: KnownWords;
  documents: readonly SearchDocument[];
  /** Of their texts. */
  index: RowIndex;
  /** What a result card shows; undefined for an id that is not in it. */
  document(id: string): SearchDocument | undefined;
  /** The same answer without waiting, for a worker or a bench. */
  answer(query: EngineQuery): EngineAnswer;
}

/** Builds the index in memory, unless it was already: works wherever script runs. Documents must not be changed afterwards. */
export function openEmbeddedEngine(documents: readonly SearchDocument[], index: RowIndex = buildRowIndex(documents)): EmbeddedEngine {
  const columns = buildColumns(documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const answer = (query: EngineQuery): EngineAnswer => answerFrom(index, columns, query);
  return {
    name: 'embedded',
    words: index.dictionary,
    documents,
    index,
    document: (id) => byId.get(id),
    answer,
    search: async (query) => answer(query),
  };
}

/** Beyond it a total reads "1,000 and more". */
const MOST_COUNTED = 1_000;
/** So many of the best are put in order by what is too dear to look at for all. */
const LOOKED_AT_CLOSELY = 200;
/** With fewer products that hold every word, those that hold much of them follow. */
const FEW = 5;
const MUCH_OF_THE_WORDS = 0.4;
const PARTIAL_STEP = 1e10;
/** Keeps a sort of its own before everything that relevance says. */
const SORT_STEP = 1e8;

function answerFrom(index: RowIndex, columns: Columns, query: EngineQuery): EngineAnswer {
  const count = columns.documents.length;
  const narrowed = narrowBy(columns, query.filters, query.asOf, query.alcohol);
  const words = lookFor(index, query.understood, count, (product) => narrowed(product) === 0);
  const relevant = relevance(index, columns, words, query);
  const sorted = sortKey(columns, query);
  const counter = facetCounter(columns, query.facets, query.asOf);
  const best = bestFirst(Math.max(LOOKED_AT_CLOSELY, query.page * query.limit));
  let total = 0;
  const take = (product: number, failed: number, partial: boolean): void => {
    counter.add(product, failed);
    if (failed !== 0) return;
    total += 1;
    const key = relevant.key(product);
    best.add(product, (partial ? PARTIAL_STEP : 0) + (sorted === undefined ? key : sorted(product) + key / SORT_STEP));
  };
  if (words.length === 0) for (let product = 0; product < count; product += 1) take(product, narrowed(product), false);
  else for (const product of withEveryWord(words)) take(product, narrowed(product), false);
  if (total < FEW && words.length > 1) {
    for (const product of new Set(words.flatMap(({ products }) => products))) {
      if (words.some(({ scores }) => scores[product] === 0) && relevant.share(product) >= MUCH_OF_THE_WORDS) take(product, narrowed(product), true);
    }
  }
  const found = best.products();
  if (sorted === undefined) {
    const close = found.splice(0, LOOKED_AT_CLOSELY).map(({ product, key }) => ({ product, key: key - relevant.closeness(product) }));
    found.unshift(...close.sort((a, b) => a.key - b.key || a.product - b.product));
  }
  const shown = found.slice((query.page - 1) * query.limit, query.page * query.limit);
  return {
    total: Math.min(total, MOST_COUNTED),
    hits: shown.map(({ product, key }) => ({ id: columns.documents[product]?.id ?? '', partial: key >= PARTIAL_STEP / 2, ...kmTo(columns, product, query) })),
    facets: counter.counts(),
  };
}

function kmTo({ placeSets, placeSet }: Columns, product: number, { filters }: EngineQuery): { km?: number } {
  const point = placeSets[placeSet[product] as number]?.point;
  return filters.near === undefined || point === undefined ? {} : { km: kmBetween(filters.near.point, point) };
}
