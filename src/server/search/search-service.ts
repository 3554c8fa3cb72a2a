import type { EngineAnswer, EngineQuery, SearchEngine } from '../../search/engine.ts';
import { filtersOf } from '../../search/filters-of.ts';
import { understand } from '../../search/understand.ts';
import type { SearchOffers } from '../../search/search-documents.ts';
import type { MeilisearchFront } from './meilisearch-front.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { AskSearch, SearchAsk } from './search-asker.ts';
import { makeServedSearch, type ServedCatalogue, type ServedSearch } from './served-search.ts';

export interface SearchServiceParts {
  /** Undefined: the embedded engine alone. */
  front?: MeilisearchFront | undefined;
  /** What can be ordered now. */
  offers?: (served: ServedCatalogue) => SearchOffers;
  onError: (error: unknown, what: string) => void;
}

/** Searches what is served: Meilisearch where there is one that holds it, else the embedded engine, which always does. */
export interface SearchService {
  /** Says which engine answered. Rejects with {@link NothingServed} while nothing is. */
  search: AskSearch;
  /** From now on exactly this is searched; undefined while the register of what is served is not known. Returns at once. */
  take(served: ServedCatalogue | undefined): void;
  close(): void;
}

/** Nothing is published yet, or the register on disk is no longer the published one. */
export class NothingServed extends Error {
  override name = 'NothingServed';
}

export function openSearchService({ front, offers, onError }: SearchServiceParts): SearchService {
  let taken: ServedCatalogue | undefined;
  let made: Promise<ServedSearch> | undefined;
  let last: ServedSearch | undefined;

  return {
    take(served) {
      if (served !== undefined && served.catalogue === taken?.catalogue && served.asOf === taken.asOf) return;
      taken = served;
      const making = served && makeServedSearch(served, offers?.(served), last);
      made = making;
      making?.then(
        (search) => {
          if (made !== making) return;
          last = search;
          front?.follow(search.source);
        },
        (error: unknown) => onError(error, 'nothing can be searched: the index of what is published could not be made'),
      );
    },
    async search(ask, signal) {
      if (made === undefined) throw new NothingServed('nothing is published that could be searched');
      const served = await made;
      // What Meilisearch says is its own to remember.
      if (front !== undefined || ask.alcohol) return searchIn(served, ask, signal);
      const key = JSON.stringify(ask);
      const found = served.firstKeys.of(ask.parameters.text, key, () => searchIn(served, ask));
      found.catch(() => served.firstKeys.forget(key));
      return found;
    },
    close: () => front?.close(),
  };

  async function searchIn(served: ServedSearch, { parameters: { text, filters: chosen, sort: wanted, page, ignored, chosen: choice }, limit, asOf, facets, alcohol }: SearchAsk, signal?: AbortSignal): Promise<SearchOutcome> {
    const understood = understand(text, served.vocabulary, { ignored, ...(choice !== undefined && { chosen: choice }) });
    const filters = filtersOf(understood, chosen);
    const sort = wanted ?? (filters.near === undefined ? 'relevance' : 'distance');
    const query: EngineQuery = { understood, filters, sort, page, limit, asOf, facets, alcohol };
    return { understood, filters, sort, ...(await answerOf(served, query, signal)) };
  }

  async function answerOf({ source, engine }: ServedSearch, query: EngineQuery, signal?: AbortSignal): Promise<{ engine: SearchEngine['name']; answer: EngineAnswer }> {
    const answer = await front?.ask(query, source, signal);
    return answer === undefined ? { engine: 'embedded', answer: engine.answer(query) } : { engine: 'meilisearch', answer };
  }
}
