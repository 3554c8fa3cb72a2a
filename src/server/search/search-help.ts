import type { Catalogue } from '../../catalogue/catalogue.ts';
import { nearestName } from '../../catalogue/nearest-name.ts';
import type { SearchHelp, SearchOutcome } from '../../search/search-outcome.ts';
import { correctedText, fewerConditions, knownSyllables, nearestCommunes, pointMeant, whatTheyFind, type CommuneWithGoods, type KnownSyllables } from '../../search/search-help.ts';
import type { AskSearch, SearchAsk } from './search-asker.ts';

/** What else could be looked at: fewer conditions, other words, neighbours. */
export async function searchHelp(catalogue: Catalogue, outcome: SearchOutcome, ask: SearchAsk, search: AskSearch): Promise<SearchHelp> {
  const corrected = correctedText(outcome, syllablesOf(catalogue), nearestName);
  const tried = await Promise.all(fewerConditions(outcome, ask.parameters).map(async ({ drop, parameters }) => ({ drop, ...(await search({ ...ask, parameters, limit: 1, facets: [] })) })));
  const point = pointMeant(outcome, {
    commune: (province, slug) => catalogue.communeBySlug(province, slug)?.point,
    province: (slug) => catalogue.provinceBySlug(slug)?.point,
  });
  return { ...(corrected !== undefined && { corrected }), without: whatTheyFind(tried), communes: nearestCommunes(point, withGoods(catalogue)) };
}

const syllables = new WeakMap<Catalogue, KnownSyllables>();

/** Of names of products and producers. */
function syllablesOf(catalogue: Catalogue): KnownSyllables {
  const known = syllables.get(catalogue) ?? knownSyllables([...catalogue.products.filter(({ alcohol }) => !alcohol), ...catalogue.producers].map(({ name }) => name));
  syllables.set(catalogue, known);
  return known;
}

const goods = new WeakMap<Catalogue, readonly CommuneWithGoods[]>();

function withGoods(catalogue: Catalogue): readonly CommuneWithGoods[] {
  const kept = goods.get(catalogue);
  if (kept !== undefined) return kept;
  const found = catalogue.communes.flatMap(({ code, slug, point, provinceCode }) => {
    const total = catalogue.productsOfCommune(code).filter(({ alcohol, sample }) => !alcohol && !sample).length;
    return total === 0 ? [] : [{ slug: `${catalogue.province(provinceCode)?.slug ?? ''}/${slug}`, point, total }];
  });
  goods.set(catalogue, found);
  return found;
}
