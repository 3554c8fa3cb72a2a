import type { IsoDate } from '../domain/calendar-day.ts';
import type { NearestName } from '../domain/nearest-name.ts';
import { atOnce, type Steps } from '../domain/steps.ts';
import type { Language } from '../paths.ts';
import type { EngineAnswer } from '../search/engine.ts';
import { filtersOf } from '../search/filters-of.ts';
import { firstKeys, type FirstKeys } from '../search/first-keys.ts';
import type { FacetField } from '../search/search-filters.ts';
import { foundNothing } from '../search/search-help.ts';
import { readSearchParameters, RESULTS_PER_PAGE, type SearchParameters } from '../search/search-parameters.ts';
import type { SearchOutcome } from '../search/search-outcome.ts';
import { termsFrom } from '../search/term-on.ts';
import { understand } from '../search/understand.ts';
import { resultsView } from './make-results.ts';
import { makeSuggestions } from './make-suggestions.ts';
import { nameIndexSteps, type FoundName, type NamedPage, type NameIndex } from './name-index.ts';
import { resultsHtml } from './results-html.ts';
import type { Reach } from './results-view.ts';
import { textsOf } from './results-texts.ts';
import type { Shipped } from './shipped.ts';
import type { ShippedLetter, ShippedProduct } from './shipped-letters.ts';
import { shippedHelp } from './shipped-help.ts';
import { shippedSource, type ShippedSource } from './shipped-source.ts';
import { MOST_SUGGESTIONS, OTHERS_AT_MOST, type Suggestions } from './suggestions.ts';

const REACH_TEXTS = { whole: 'search.allSearched', loading: 'search.headOnly', saving: 'search.saveData' } as const satisfies Record<Reach, string>;

const FACETS: readonly FacetField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds', 'buyable'];

/** `nearestName`: for help where nothing was found in the whole register. */
export function answerResults(shipped: Shipped, { query, language }: { query: string; language: Language }, today: IsoDate, reach: Reach, nearestName?: NearestName): string {
  const { parameters, problems } = readSearchParameters(new URLSearchParams(query), language);
  const { source, firstKeys } = sourceOf(shipped, language, today);
  const t = textsOf(shipped.index.texts[language]);
  const found = firstKeys.of(parameters.text, `${query}/${today}/all`, () => outcomeOf(shipped, parameters, today, { limit: RESULTS_PER_PAGE, facets: FACETS }));
  const search = (fewer: SearchParameters): EngineAnswer => outcomeOf(shipped, fewer, today, { limit: 1, facets: [] }).answer;
  const isHelped = nearestName !== undefined && reach === 'whole' && foundNothing(found, parameters.page);
  const outcome: SearchOutcome = isHelped ? { ...found, help: shippedHelp(shipped, found, { parameters, search, nearestName }) } : found;
  const view = resultsView({ language, asOf: today, t, names: source.names, card: source.card, parameters, problems, outcome, alcoholNote: { text: t('search.alcoholStatic') }, limit: RESULTS_PER_PAGE });
  return resultsHtml({ ...view, reach: { kind: reach, text: t(REACH_TEXTS[reach]), loadAll: reach === 'saving' ? t('search.loadAll') : undefined } }, t);
}

export function answerSuggestions(shipped: Shipped, { text, most, language }: { text: string; most: number; language: Language }, today: IsoDate): Suggestions {
  const { source, outcome, names } = suggested(shipped, { text, language }, today);
  const products = outcome.answer.hits.slice(0, most).flatMap(({ id }) => source.card(id) ?? []);
  const t = textsOf(shipped.index.texts[language]);
  return makeSuggestions({ language, t, asOf: today, text, most, words: outcome.understood.words, total: outcome.answer.total, products, names: names(most) });
}

/** What {@link answerSuggestions} would say, as far as no day decides it. */
export function answerLetter(shipped: Shipped, { text, language }: { text: string; language: Language }, today: IsoDate): ShippedLetter {
  const { source, outcome, names } = suggested(shipped, { text, language }, today);
  const products = outcome.answer.hits.flatMap(({ id }): ShippedProduct[] => {
    const card = source.card(id);
    if (card === undefined) return [];
    const { href, name, producer, place, sample } = card;
    return [{ href, name, producer, place, sample, terms: termsFrom(shipped.search.engine.document(id)?.terms ?? [], today) }];
  });
  const shown = names(OTHERS_AT_MOST).map(({ page: { kind, text: name, href, note: own }, note }) => ({ page: { kind, text: name, href, note: own }, note }));
  return { words: outcome.understood.words, total: outcome.answer.total, products, names: shown };
}

interface Suggested {
  source: ShippedSource;
  outcome: SearchOutcome;
  /** At most so many of each kind. */
  names: (most: number) => FoundName[];
}

function suggested(shipped: Shipped, { text, language }: { text: string; language: Language }, today: IsoDate): Suggested {
  const kept = sourceOf(shipped, language, today);
  const outcome = kept.firstKeys.of(text, `${text}/${today}`, () => outcomeOf(shipped, { text, filters: {}, page: 1, ignored: [] }, today, { limit: MOST_SUGGESTIONS.desktop, facets: [] }));
  const names = kept.names();
  return { source: kept.source, outcome, names: (most) => names.find(outcome.understood.readAs ?? text, most) };
}

/** Makes ready what the first suggestions would wait for; `pause` is awaited between small steps, in which suggestions may be asked for. */
export async function openNames(shipped: Shipped, language: Language, today: IsoDate, pause: () => Promise<void>): Promise<void> {
  const kept = sourceOf(shipped, language, today);
  while (!kept.stepToNames()) await pause();
}

function outcomeOf({ search: { engine, vocabulary } }: Shipped, parameters: SearchParameters, asOf: IsoDate, { limit, facets }: { limit: number; facets: readonly FacetField[] }): SearchOutcome {
  const understood = understand(parameters.text, vocabulary, { ignored: parameters.ignored, ...(parameters.chosen !== undefined && { chosen: parameters.chosen }) });
  const filters = filtersOf(understood, parameters.filters);
  const sort = parameters.sort ?? (filters.near === undefined ? 'relevance' : 'distance');
  return { engine: 'embedded', understood, filters, sort, answer: engine.answer({ understood, filters, sort, page: parameters.page, limit, asOf, facets, alcohol: false }) };
}

interface KeptSource {
  source: ShippedSource;
  /** Builds what is missing of it. */
  names(): NameIndex;
  /** Builds a little of it; true when there is nothing left to build. */
  stepToNames(): boolean;
  firstKeys: FirstKeys<SearchOutcome>;
}

const sources = new WeakMap<Shipped, Partial<Record<Language, KeptSource>>>();

function sourceOf(shipped: Shipped, language: Language, today: IsoDate): KeptSource {
  const kept = sources.get(shipped) ?? {};
  sources.set(shipped, kept);
  return (kept[language] ??= keepSource(shipped, language, today));
}

function keepSource({ search, index }: Shipped, language: Language, today: IsoDate): KeptSource {
  const source = shippedSource(search, index, language, today);
  const steps = namesSteps(source.pages(textsOf(index.texts[language]), search.engine.documents));
  let names: NameIndex | undefined;
  const stepToNames = (): boolean => {
    if (names !== undefined) return true;
    const { done, value } = steps.next();
    if (done === true) names = value;
    return done === true;
  };
  return {
    source,
    stepToNames,
    names() {
      names ??= atOnce(steps);
      return names;
    },
    firstKeys: firstKeys(),
  };
}

function* namesSteps(pages: Steps<NamedPage[]>): Steps<NameIndex> {
  return yield* nameIndexSteps(yield* pages);
}
