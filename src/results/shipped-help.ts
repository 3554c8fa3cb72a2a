import type { NearestName } from '../domain/nearest-name.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { EngineAnswer } from '../search/engine.ts';
import { correctedText, fewerConditions, knownSyllables, nearestCommunes, pointMeant, whatTheyFind, type CommuneWithGoods, type KnownSyllables, type PlacePoints } from '../search/search-help.ts';
import type { SearchHelp, SearchOutcome } from '../search/search-outcome.ts';
import type { SearchParameters } from '../search/search-parameters.ts';
import type { Shipped } from './shipped.ts';

export interface HelpParts {
  parameters: SearchParameters;
  search: (parameters: SearchParameters) => EngineAnswer;
  nearestName: NearestName;
}

/** What else could be looked at when nothing was found in the whole register, as the server says it (`server/search/search-help.ts`). */
export function shippedHelp(shipped: Shipped, outcome: SearchOutcome, { parameters, search, nearestName }: HelpParts): SearchHelp {
  const { syllables, goods, points } = knownOf(shipped);
  const corrected = correctedText(outcome, syllables, nearestName);
  const tried = fewerConditions(outcome, parameters).map(({ drop, parameters: fewer }) => ({ drop, answer: search(fewer) }));
  return { ...(corrected !== undefined && { corrected }), without: whatTheyFind(tried), communes: nearestCommunes(pointMeant(outcome, points), goods) };
}

interface Known {
  syllables: KnownSyllables;
  goods: readonly CommuneWithGoods[];
  points: PlacePoints;
}

const known = new WeakMap<Shipped, Known>();

function knownOf(shipped: Shipped): Known {
  const kept = known.get(shipped);
  if (kept !== undefined) return kept;
  const { documents } = shipped.search.engine;
  const producers = new Set(documents.flatMap(({ producer }) => producer?.name ?? []));
  const made = { syllables: knownSyllables([...documents.map(({ name }) => name), ...producers]), goods: communesWithGoods(shipped), points: pointsOf(shipped) };
  known.set(shipped, made);
  return made;
}

function communesWithGoods({ search }: Shipped): CommuneWithGoods[] {
  const found = new Map<string, CommuneWithGoods>();
  for (const { communes: [slug], point, alcohol, sample } of search.engine.documents) {
    // A point belongs to the one commune that is certain.
    if (slug === undefined || point === undefined || alcohol || sample) continue;
    found.set(slug, { slug, point, total: (found.get(slug)?.total ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The points of communes in which nothing lies stay at home: there the middle of the province stands for them. */
function pointsOf({ search, index }: Shipped): PlacePoints {
  const provinces = new Map(index.provinces.map(({ slug, point }) => [slug, point]));
  const communes = new Map<string, GeoPoint>();
  for (const { commune, province } of [...search.vocabulary.places.communes.bySpelling.values()].flat()) {
    if (commune.point.lat !== 0) communes.set(`${province.slug}/${commune.slug}`, commune.point);
  }
  return { commune: (province, slug) => communes.get(`${province}/${slug}`) ?? provinces.get(province), province: (slug) => provinces.get(slug) };
}
