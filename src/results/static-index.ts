import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';

/** `/data/search.json` of an export for a plain host: which files hold what is searched, by the hash of their content. */
export interface StaticIndex {
  version: 1;
  /** 4 and 5 stars, and everything else; see src/search/embedded/parts.ts. */
  head: string;
  rest: string;
  /** Names of places of both eras. */
  places: string;
  groups: readonly { id: string; name: { vi: string; en: string } }[];
  /** `file`: the products of one province alone; absent where there are none. */
  provinces: readonly { slug: string; name: string; nameEn: string; point: GeoPoint; file?: string }[];
  /** What the results say, by language. */
  texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}
