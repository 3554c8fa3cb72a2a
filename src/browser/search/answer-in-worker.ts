import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Language } from '../../paths.ts';
import { resultsView } from '../../results/make-results.ts';
import { makeSuggestions } from '../../results/make-suggestions.ts';
import { nameIndex, type NameIndex } from '../../results/name-index.ts';
import { resultsHtml } from '../../results/results-html.ts';
import type { Reach } from '../../results/results-view.ts';
import { textsOf } from '../../results/results-texts.ts';
import { shippedSource, type ShippedSource } from '../../results/shipped-source.ts';
import { MOST_SUGGESTIONS, type Suggestions } from '../../results/suggestions.ts';
import { filtersOf } from '../../search/filters-of.ts';
import { firstKeys, type FirstKeys } from '../../search/first-keys.ts';
import type { FacetField } from '../../search/search-filters.ts';
import { readSearchParameters, RESULTS_PER_PAGE, type SearchParameters } from '../../search/search-parameters.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import { understand } from '../../search/understand.ts';
import type { Shipped } from './shipped-data.ts';

const REACH_TEXTS = { whole: 'search.allSearched', loading: 'search.headOnly', saving: 'search.saveData' } as const satisfies Record<Reach, string>;

const FACETS: readonly FacetField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds', 'buyable'];

export function answerResults(shipped: Shipped, { query, language }: { query: string; language: Language }, today: IsoDate, reach: Reach): string {
  const { parameters, problems } = readSearchParameters(new URLSearchParams(query), language);
  const { source, firstKeys } = sourceOf(shipped, language, today);
  const t = textsOf(shipped.index.texts[language]);
  const found = firstKeys.of(parameters.text, `${query}/${today}/all`, () => outcomeOf(shipped, parameters, today, { limit: RESULTS_PER_PAGE, facets: FACETS }));
  const isEmpty = found.answer.hits.every(({ partial }) => partial) && parameters.page === 1;
  const outcome: SearchOutcome = isEmpty && reach === 'whole' ? { ...found, help: { without: [], communes: [] } } : found;
  const view = resultsView({ language, asOf: today, t, names: source.names, card: source.card, parameters, problems, outcome, alcoholNote: { text: t('search.alcoholStatic') }, limit: RESULTS_PER_PAGE });
  return resultsHtml({ ...view, reach: { kind: reach, text: t(REACH_TEXTS[reach]), loadAll: reach === 'saving' ? t('search.loadAll') : undefined } }, t);
}

export function answerSuggestions(shipped: Shipped, { text, most, language }: { text: string; most: number; language: Language }, today: IsoDate): Suggestions {
  const kept = sourceOf(shipped, language, today);
  const t = textsOf(shipped.index.texts[language]);
  const { understood, answer } = kept.firstKeys.of(text, `${text}/${today}`, () => outcomeOf(shipped, { text, filters: {}, page: 1, ignored: [] }, today, { limit: MOST_SUGGESTIONS.desktop, facets: [] }));
  kept.names ??= nameIndex(kept.source.pages(t, kept.documents));
  const products = answer.hits.slice(0, most).flatMap(({ id }) => kept.source.card(id) ?? []);
  return makeSuggestions({ language, t, asOf: today, text, most, words: understood.words, total: answer.total, products, names: kept.names.find(understood.readAs ?? text, most) });
}

function outcomeOf({ search: { engine, vocabulary } }: Shipped, parameters: SearchParameters, asOf: IsoDate, { limit, facets }: { limit: number; facets: readonly FacetField[] }): SearchOutcome {
  const understood = understand(parameters.text, vocabulary, { ignored: parameters.ignored, ...(parameters.chosen !== undefined && { chosen: parameters.chosen }) });
  const filters = filtersOf(understood, parameters.filters);
  const sort = parameters.sort ?? (filters.near === undefined ? 'relevance' : 'distance');
  return { engine: 'embedded', understood, filters, sort, answer: engine.answer({ understood, filters, sort, page: parameters.page, limit, asOf, facets, alcohol: false }) };
}

interface KeptSource {
  source: ShippedSource;
  documents: Parameters<ShippedSource['pages']>[1];
  names?: NameIndex;
  firstKeys: FirstKeys<SearchOutcome>;
}

const sources = new WeakMap<Shipped, Partial<Record<Language, KeptSource>>>();

function sourceOf(shipped: Shipped, language: Language, today: IsoDate): KeptSource {
  const kept = sources.get(shipped) ?? {};
  sources.set(shipped, kept);
  return (kept[language] ??= { source: shippedSource(shipped.search, shipped.index, language, today), documents: shipped.search.engine.documents, firstKeys: firstKeys() });
}
