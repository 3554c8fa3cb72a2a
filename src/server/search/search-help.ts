import type { Catalogue } from '../../catalogue/catalogue.ts';
import { nearestName } from '../../catalogue/nearest-name.ts';
import type { GeoPoint } from '../../domain/place.ts';
import { kmBetween } from '../../search/km-between.ts';
import type { DroppedCondition, SearchHelp, SearchOutcome } from '../../search/search-outcome.ts';
import type { SearchFilters } from '../../search/search-filters.ts';
import { foldSyllable, syllablesIn } from '../../search/syllables.ts';
import type { AskSearch, SearchAsk } from './search-asker.ts';

const MOST_DROPS = 4;
const MOST_COMMUNES = 4;

/** True when no product has every word. */
export function foundNothing({ answer }: SearchOutcome, page: number): boolean {
  return page === 1 && (answer.total === 0 || answer.hits.every(({ partial }) => partial));
}

/** What else could be looked at: fewer conditions, other words, neighbours. */
export async function searchHelp(catalogue: Catalogue, outcome: SearchOutcome, ask: SearchAsk, search: AskSearch): Promise<SearchHelp> {
  const meansAlcohol = outcome.understood.meanings.some(({ kind }) => kind === 'alcohol');
  const corrected = meansAlcohol ? undefined : correctedText(catalogue, outcome);
  return { ...(corrected !== undefined && { corrected }), without: await fewerConditions(outcome, ask, search), communes: nearestCommunes(catalogue, outcome) };
}

async function fewerConditions(outcome: SearchOutcome, ask: SearchAsk, search: AskSearch): Promise<SearchHelp['without']> {
  const { parameters } = ask;
  const fields = (Object.keys(parameters.filters) as (keyof SearchFilters)[]).map((field): DroppedCondition => ({ field }));
  const keys = outcome.understood.meanings.filter(({ filter }) => filter !== undefined).map(({ key }): DroppedCondition => ({ key }));
  const drops = [...fields, ...keys].slice(0, MOST_DROPS);
  const found = await Promise.all(
    drops.map(async (drop) => {
      const fewer = 'key' in drop ? { ...parameters, ignored: [...parameters.ignored, drop.key] } : { ...parameters, filters: { ...parameters.filters, [drop.field]: undefined } };
      const { answer } = await search({ ...ask, parameters: fewer, limit: 1, facets: [] });
      return { drop, total: answer.hits.every(({ partial }) => partial) ? 0 : answer.total };
    }),
  );
  return found.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}

/** The text with each unknown word changed for the nearest known one; undefined when there is nothing to change. */
function correctedText(catalogue: Catalogue, { understood }: SearchOutcome): string | undefined {
  const known = knownSyllables(catalogue);
  let changed = false;
  const words = understood.words.flatMap(({ marked }) => syllablesIn(marked)).map((word) => {
    const folded = foldSyllable(word);
    if (known.has(folded) || folded.length < 3) return word;
    const nearest = nearestName(folded, known.keys());
    if (nearest === undefined) return word;
    changed = true;
    return known.get(nearest) ?? nearest;
  });
  return changed ? words.join(' ') : undefined;
}

const syllables = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

/** Every folded syllable of names of products and producers, with the first way it is written. */
function knownSyllables(catalogue: Catalogue): ReadonlyMap<string, string> {
  const kept = syllables.get(catalogue);
  if (kept !== undefined) return kept;
  const known = new Map<string, string>();
  for (const name of [...catalogue.products.filter(({ alcohol }) => !alcohol), ...catalogue.producers].map((record) => record.name)) {
    for (const syllable of syllablesIn(name)) if (!known.has(foldSyllable(syllable))) known.set(foldSyllable(syllable), syllable);
  }
  syllables.set(catalogue, known);
  return known;
}

function nearestCommunes(catalogue: Catalogue, outcome: SearchOutcome): SearchHelp['communes'] {
  const point = pointMeant(catalogue, outcome);
  if (point === undefined) return [];
  return withGoods(catalogue)
    .map(({ slug, point: of, total }) => ({ slug, total, km: kmBetween(point, of) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, MOST_COMMUNES);
}

/** The middle of the place that narrowed the search. */
function pointMeant(catalogue: Catalogue, { filters, understood }: SearchOutcome): GeoPoint | undefined {
  if (filters.near !== undefined) return filters.near.point;
  const places = [filters, ...understood.meanings.flatMap(({ prefers }) => prefers ?? [])];
  const commune = places.flatMap(({ communes }) => communes ?? [])[0]?.split('/');
  if (commune !== undefined) return catalogue.communeBySlug(commune[0] ?? '', commune[1] ?? '')?.point;
  const province = places.flatMap(({ provinces }) => provinces ?? [])[0];
  return province === undefined ? undefined : catalogue.provinceBySlug(province)?.point;
}

const goods = new WeakMap<Catalogue, readonly { slug: string; point: GeoPoint; total: number }[]>();

function withGoods(catalogue: Catalogue): readonly { slug: string; point: GeoPoint; total: number }[] {
  const kept = goods.get(catalogue);
  if (kept !== undefined) return kept;
  const found = catalogue.communes.flatMap(({ code, slug, point, provinceCode }) => {
    const total = catalogue.productsOfCommune(code).filter(({ alcohol, sample }) => !alcohol && !sample).length;
    return total === 0 ? [] : [{ slug: `${catalogue.province(provinceCode)?.slug ?? ''}/${slug}`, point, total }];
  });
  goods.set(catalogue, found);
  return found;
}
