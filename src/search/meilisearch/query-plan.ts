import type { EngineQuery } from '../engine.ts';
import type { FacetField } from '../search-filters.ts';
import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from './client.ts';
import { EVERY_PRODUCT } from './index-document.ts';
import { filterTexts, type FilterField } from './filter-text.ts';
import { markTexts } from './mark-filter.ts';
import { wordChoices } from './word-choices.ts';

/** How far a search goes to find anything: the words as they are, also what sounds alike, then products without some words. */
export type Reach = 'words' | 'slips' | 'some-words';

export interface Plan {
  index: string;
  reach: Reach;
  offset: number;
  limit: number;
  /** Facets counted in this search: those that do not narrow it. */
  facets: readonly FacetField[];
  /** A field whose own filter is taken away, to count it. */
  except?: FilterField;
}

/** Scores are below 1 and above this, so that a weight above its inverse puts a whole kind of hit first. */
const TIER = 8;
const SYNONYM_WEIGHT = 0.97;
/** Below every tier of those that hold all words. */
const SOME_WORDS_WEIGHT = TIER ** -6;

/**
 * One search for Meilisearch: every way to say the words, and for each what is preferred, weighed so that products with the
 * marks that were typed stand first, then those in the place or of the quantity that was meant. A product found in several ways
 * stands where the best puts it.
 */
export function federatedSearch(query: EngineQuery, plan: Plan): FederatedMultiSearchParams {
  const { index, offset, limit, facets } = plan;
  return { federation: { offset, limit, facetsByIndex: { [index]: [...facets] } }, queries: limit === 0 ? counted(query, plan) : ranked(query, plan) };
}

/** To count, no preference matters. */
function counted(query: EngineQuery, plan: Plan): MultiSearchQueryWithFederation[] {
  return waysOf(query, plan).map((way) => searched(query, plan, { ...way, weight: 1 }, []));
}

/** Weights count only between searches for words: where none are left, for the word that every product has. */
function ranked(query: EngineQuery, plan: Plan): MultiSearchQueryWithFederation[] {
  const tiers = tiersOf(query);
  return waysOf(query, plan).flatMap((way, place) => (place < BEST_WAYS ? tiers : tiers.slice(0, 1)).map(({ filter, weight, text }) => searched(query, plan, { ...way, text: (way.text.trim() === '' && tiers.length > 1 ? `${EVERY_PRODUCT} ` : way.text) + text, weight: weight * way.weight }, filter)));
}

/** So many are searched for each preference; of the others no product is likely to be the best. */
const BEST_WAYS = 4;

interface Way {
  text: string;
  weight: number;
  /** Words that many products hold may be missing, and those that none does; the rarest is always there. */
  isPartial?: boolean;
}

/** Products that hold every word were put in order by an earlier search already, so one way to find the others comes first. */
function waysOf({ understood: { words } }: EngineQuery, { reach }: Plan): Way[] {
  const whole: Way[] = wordChoices(words, { slips: reach !== 'words' }).map((text, place) => ({ text, weight: place === 0 ? 1 : SYNONYM_WEIGHT }));
  if (reach !== 'some-words') return whole;
  const rarest: Way = { text: whole[0]?.text ?? '', weight: SOME_WORDS_WEIGHT, isPartial: true };
  const most = words.length < 3 ? [] : words.map((_, left): Way => ({ text: wordChoices(words.filter((_, place) => place !== left), { slips: false })[0] as string, weight: SOME_WORDS_WEIGHT * TIER }));
  return [rarest, ...most, ...whole];
}

interface Tier {
  filter: readonly string[];
  /** Added to the words. */
  text: string;
  weight: number;
}

/** The first is everything. A sort of its own leaves no order to preferences. */
function tiersOf({ understood, sort }: EngineQuery): Tier[] {
  const all: Tier = { filter: [], text: '', weight: 1 };
  if (sort !== 'relevance') return [all];
  const marks = markTexts(understood);
  const preferences = understood.meanings.flatMap(({ prefers }) => (prefers === undefined ? [] : filterTexts(prefers)));
  const spellings = understood.meanings.flatMap(({ spellings }) => spellings ?? []).slice(0, MOST_SPELLINGS);
  const preferred = [all, ...(preferences.length === 0 ? [] : [{ ...all, filter: preferences, weight: TIER }]), ...spellings.map((spelling) => ({ ...all, text: ` "${spelling}" `, weight: TIER }))];
  return marks.length === 0 ? preferred : preferred.flatMap((tier) => [tier, { ...tier, filter: [...tier.filter, ...marks], weight: tier.weight * TIER * TIER }]);
}

const MOST_SPELLINGS = 4;

const SORTS: Readonly<Record<EngineQuery['sort'], readonly string[]>> = {
  relevance: [],
  stars: ['stars:desc'],
  newest: ['newestDay:desc'],
  ending: ['endingDay:asc'],
  name: ['nameOrder:asc'],
  price: ['priceDong:asc'],
  distance: [],
};

function searched(query: EngineQuery, plan: Plan, { text: q, weight, isPartial }: Way, more: readonly string[]): MultiSearchQueryWithFederation {
  const { filters, sort, alcohol } = query;
  const point = filters.near?.point;
  const filter = [...filterTexts(filters, plan.except), ...more, ...(alcohol ? [] : ['alcohol = false'])];
  const order = sort === 'distance' && point !== undefined ? [`_geoPoint(${point.lat}, ${point.lng}):asc`] : [...SORTS[sort]];
  return {
    indexUid: plan.index,
    q,
    filter,
    ...(order.length > 0 && { sort: order }),
    matchingStrategy: isPartial === true ? 'frequency' : 'all',
    attributesToRetrieve: point === undefined ? ['id'] : ['id', '_geo'],
    federationOptions: { weight },
  };
}
