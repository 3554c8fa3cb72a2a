import { FIELDS } from '../embedded/fields.ts';
import type { Settings } from './client.ts';
import { HELD_SPANS } from './index-document.ts';

const SEARCHED = [...FIELDS.map(({ name }) => name), 'every'];

const ONE_VALUE = ['status', 'stars', 'groups', 'provinces', 'communes', 'districts', 'producerKinds', 'buyable', 'alcohol', 'marks', 'id'];
const HELD = Array.from({ length: HELD_SPANS }, (_, place) => [`held${place}From`, `held${place}Until`]).flat();

/** Communes in Việt Nam, rounded up: the counts of a facet are never cut off. */
const MOST_FACET_VALUES = 4_000;

/**
 * Everything that the index is set to. Texts are folded and split before they come here, so most of what Meilisearch does to
 * other languages is off.
 */
export const INDEX_SETTINGS = {
  searchableAttributes: SEARCHED,
  // Only what answers are made of; the rest stays inside.
  displayedAttributes: ['id', 'digest', '_geo'],
  filterableAttributes: [
    { attributePatterns: ONE_VALUE, features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    { attributePatterns: HELD, features: { facetSearch: false, filter: { equality: false, comparison: true } } },
    // Meilisearch looks for this very name, not for a pattern.
    '_geo',
  ],
  sortableAttributes: ['_geo', 'endingDay', 'nameOrder', 'newestDay', 'priceDong', 'standing', 'stars'],
  // An order that somebody chose goes before everything; star and status only break ties.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'standing:desc', 'stars:desc'],
  // Folded syllables have two to six letters; the defaults 5 and 9 would allow them nothing.
  typoTolerance: { enabled: true, disableOnNumbers: true, disableOnWords: [], disableOnAttributes: [], minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000 },
  // Keeps the segmenters of other languages away.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['vie'] }],
  // Synonyms come with the query, old names of places with the documents; no syllable is without meaning in a name.
  synonyms: {},
  stopWords: [],
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  prefixSearch: 'indexingTime',
  facetSearch: false,
  // Better a rough order than none: the endpoint waits only a little longer than this.
  searchCutoffMs: 150,
} as const satisfies Settings;

/** Whether an index is set otherwise than {@link INDEX_SETTINGS}; what these do not name does not count, nor the order of keys. */
export function settingsDiffer(current: Settings): boolean {
  return Object.entries(INDEX_SETTINGS).some(([name, wanted]) => canonical((current as Record<string, unknown>)[name]) !== canonical(wanted));
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
