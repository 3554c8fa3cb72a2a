import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { inSteps } from '../../domain/steps.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from '../../search/embedded/open-embedded-engine.ts';
import { hasSameTexts, rowIndexSteps } from '../../search/embedded/row-index.ts';
import { firstKeys, type FirstKeys } from '../../search/first-keys.ts';
import type { IndexSource } from '../../search/meilisearch/index-source.ts';
import { documentMaker, type SearchOffers } from '../../search/search-documents.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { Vocabulary } from '../../search/vocabulary.ts';

/** Everything that searches of one served state need. */
export interface ServedSearch {
  source: IndexSource;
  engine: EmbeddedEngine;
  vocabulary: Vocabulary;
  firstKeys: FirstKeys<Promise<SearchOutcome>>;
}

/** What one manifest was made from. */
export interface ServedCatalogue {
  catalogue: Catalogue;
  asOf: IsoDate;
}

/** Products worked through before the server may answer somebody else. */
const SLICE = 200;

/** `before`: what was searched until now; its index is taken over where all texts are the same. */
export async function makeServedSearch({ catalogue, asOf }: ServedCatalogue, offers?: SearchOffers, before?: ServedSearch): Promise<ServedSearch> {
  await setImmediate();
  const make = documentMaker(catalogue, asOf, offers);
  const documents = [];
  for (const [place, product] of catalogue.products.entries()) {
    if (place % SLICE === SLICE - 1) await setImmediate();
    documents.push(make(product));
  }
  const known = before?.engine;
  const index = known !== undefined && hasSameTexts(known.documents, documents) ? known.index : await inSteps(rowIndexSteps(documents), setImmediate);
  await setImmediate();
  const engine = openEmbeddedEngine(documents, index);
  return { source: { documents, asOf }, engine, vocabulary: { words: engine.words, places: catalogue.placeIndex, groups: catalogue.groups }, firstKeys: firstKeys() };
}
