import type { Catalogue } from '../../catalogue/catalogue.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from '../../search/embedded/open-embedded-engine.ts';
import { filtersOf } from '../../search/filters-of.ts';
import { searchDocuments } from '../../search/search-documents.ts';
import { understand } from '../../search/understand.ts';
import type { AskSearch } from './search-asker.ts';

/** Answers from the embedded engine alone, made anew for each state of the register and each day. */
export function embeddedAsker(catalogue: () => Promise<Catalogue | undefined>): AskSearch {
  let known: { catalogue: Catalogue; asOf: string; engine: EmbeddedEngine } | undefined;
  return async ({ parameters, limit, asOf, facets, alcohol }) => {
    const now = await catalogue();
    if (now === undefined) throw new Error('no catalogue');
    if (known?.catalogue !== now || known.asOf !== asOf) known = { catalogue: now, asOf, engine: openEmbeddedEngine(searchDocuments(now, asOf)) };
    const { engine } = known;
    const understood = understand(parameters.text, { words: engine.words, places: now.placeIndex, groups: now.groups }, { ignored: parameters.ignored, ...(parameters.chosen !== undefined && { chosen: parameters.chosen }) });
    const filters = filtersOf(understood, parameters.filters);
    const sort = parameters.sort ?? (filters.near === undefined ? 'relevance' : 'distance');
    return { engine: 'embedded', understood, filters, sort, answer: engine.answer({ understood, filters, sort, page: parameters.page, limit, asOf, facets, alcohol }) };
  };
}
