import type { NearestName } from '../domain/nearest-name.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { EngineAnswer } from './engine.ts';
import { kmBetween } from './km-between.ts';
import type { SearchFilters } from './search-filters.ts';
import type { DroppedCondition, SearchHelp, SearchOutcome } from './search-outcome.ts';
import type { SearchParameters } from './search-parameters.ts';
import { foldSyllable, syllablesIn } from './syllables.ts';

const MOST_DROPS = 4;
const MOST_COMMUNES = 4;

/** True when no product has every word. */
export function foundNothing({ answer }: Pick<SearchOutcome, 'answer'>, page: number): boolean {
  return page === 1 && (answer.total === 0 || answer.hits.every(({ partial }) => partial));
}

/** The same search with one condition less, chosen or understood. */
export function fewerConditions({ understood }: SearchOutcome, parameters: SearchParameters): { drop: DroppedCondition; parameters: SearchParameters }[] {
  const fields = (Object.keys(parameters.filters) as (keyof SearchFilters)[]).map((field): DroppedCondition => ({ field }));
  const keys = understood.meanings.filter(({ filter }) => filter !== undefined).map(({ key }): DroppedCondition => ({ key }));
  return [...fields, ...keys].slice(0, MOST_DROPS).map((drop) => ({
    drop,
    parameters: 'key' in drop ? { ...parameters, ignored: [...parameters.ignored, drop.key] } : { ...parameters, filters: { ...parameters.filters, [drop.field]: undefined } },
  }));
}

/** Those that find something, most first. */
export function whatTheyFind(tried: readonly { drop: DroppedCondition; answer: EngineAnswer }[]): SearchHelp['without'] {
  return tried
    .map(({ drop, answer }) => ({ drop, total: answer.hits.every(({ partial }) => partial) ? 0 : answer.total }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** By folded syllable. */
export type KnownSyllables = ReadonlyMap<string, KnownSyllable>;

export interface KnownSyllable {
  /** As it is written most often. */
  written: string;
  /** How often it occurs so. */
  times: number;
}

/** Every syllable of some names. */
export function knownSyllables(names: Iterable<string>): KnownSyllables {
  const times = new Map<string, number>();
  for (const name of names) for (const syllable of syllablesIn(name)) times.set(syllable, (times.get(syllable) ?? 0) + 1);
  const known = new Map<string, KnownSyllable>();
  for (const [written, count] of times) {
    const folded = foldSyllable(written);
    if (count > (known.get(folded)?.times ?? 0)) known.set(folded, { written, times: count });
  }
  return known;
}

/** The text with each unknown word changed for the nearest known one, of several the most frequent; undefined when there is nothing to change, or alcohol is meant. */
export function correctedText({ understood }: SearchOutcome, known: KnownSyllables, nearestName: NearestName): string | undefined {
  if (understood.meanings.some(({ kind }) => kind === 'alcohol')) return undefined;
  const timesOf = (folded: string): number => known.get(folded)?.times ?? 0;
  let changed = false;
  const words = understood.words.flatMap(({ marked }) => syllablesIn(marked)).map((word) => {
    const folded = foldSyllable(word);
    if (known.has(folded) || folded.length < 3) return word;
    const nearest = nearestName(folded, known.keys(), (a, b) => timesOf(b) - timesOf(a) || (a < b ? -1 : 1));
    const syllable = nearest === undefined ? undefined : known.get(nearest);
    if (syllable === undefined) return word;
    changed = true;
    return syllable.written;
  });
  return changed ? words.join(' ') : undefined;
}

/** Points of places by their slugs; undefined where none is known. */
export interface PlacePoints {
  commune(provinceSlug: string, slug: string): GeoPoint | undefined;
  province(slug: string): GeoPoint | undefined;
}

/** The middle of the place that narrowed the search. */
export function pointMeant({ filters, understood }: SearchOutcome, points: PlacePoints): GeoPoint | undefined {
  if (filters.near !== undefined) return filters.near.point;
  const places = [filters, ...understood.meanings.flatMap(({ prefers }) => prefers ?? [])];
  const [province, commune] = places.flatMap(({ communes }) => communes ?? [])[0]?.split('/') ?? [];
  if (province !== undefined && commune !== undefined) return points.commune(province, commune);
  const within = places.flatMap(({ provinces }) => provinces ?? [])[0];
  return within === undefined ? undefined : points.province(within);
}

/** `slug`: `<province slug>/<commune slug>`; `total`: its products, neither alcohol nor practice data. */
export interface CommuneWithGoods {
  slug: string;
  point: GeoPoint;
  total: number;
}

/** The nearest first. */
export function nearestCommunes(point: GeoPoint | undefined, communes: readonly CommuneWithGoods[]): SearchHelp['communes'] {
  if (point === undefined) return [];
  return communes
    .map(({ slug, point: of, total }) => ({ slug, total, km: kmBetween(point, of) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, MOST_COMMUNES);
}
