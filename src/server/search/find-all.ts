import type { View } from '../../publish/view.ts';
import { foundNothing } from '../../search/search-help.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import { ALL_FACETS, type AskSearch, type SearchAsk } from './search-asker.ts';
import { searchHelp } from './search-help.ts';

/** A whole search for one page of results: counted in every field, with help where nothing was found. */
export async function findAll(search: AskSearch, { asOf, catalogue }: View, asked: Pick<SearchAsk, 'parameters' | 'limit' | 'alcohol'>, signal?: AbortSignal): Promise<SearchOutcome> {
  const ask: SearchAsk = { ...asked, asOf, facets: ALL_FACETS };
  const outcome = await search(ask, signal);
  if (!foundNothing(outcome, ask.parameters.page)) return outcome;
  return { ...outcome, help: await searchHelp(catalogue, outcome, ask, search) };
}
