import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { textsWhere } from '../i18n/translate.ts';
import { searchAssetPath, staticSearchPath } from '../paths.ts';
import { isResultsText } from '../results/results-texts.ts';
import type { StaticIndex } from '../results/static-index.ts';
import { encodeDocuments } from '../search/embedded/encode-documents.ts';
import { encodePlaces } from '../search/embedded/encode-places.ts';
import { headAndRest, ofProvince } from '../search/embedded/parts.ts';
import { searchDocuments } from '../search/search-documents.ts';
import type { StaticFile } from './static-file.ts';
import { staticLetterFiles } from './static-letters.ts';

/** What a browser searches in on a plain host. Alcohol is not in it: nobody there could take a declaration. */
export async function staticSearchFiles(catalogue: Catalogue, asOf: IsoDate): Promise<StaticFile[]> {
  const files = new Map<string, string>();
  const add = (body: string): string => {
    const path = searchAssetPath(createHash('sha256').update(body).digest('hex').slice(0, 16));
    files.set(path, body);
    return path;
  };
  const documents = searchDocuments(catalogue, asOf).filter(({ alcohol }) => !alcohol);
  const { head, rest } = headAndRest(documents);
  const kept = new Set(documents.flatMap(({ communes }) => communes));
  const places = encodePlaces(catalogue.placeIndex, ({ slug }, provinceSlug) => kept.has(`${provinceSlug}/${slug}`));
  const index: StaticIndex = {
    version: 1,
    head: add(encodeDocuments(head, asOf, places)),
    rest: add(encodeDocuments(rest, asOf, places)),
    places: add(places),
    groups: catalogue.groups.map(({ id, name }) => ({ id, name })),
    provinces: catalogue.provinces.map(({ slug, name, nameEn, point }) => {
      const own = ofProvince(documents, slug);
      return { slug, name, nameEn, point, ...(own.length > 0 && { file: add(encodeDocuments(own, asOf, places)) }) };
    }),
    texts: { vi: textsWhere('vi', isResultsText), en: textsWhere('en', isResultsText) },
  };
  return [
    { path: staticSearchPath, body: `${JSON.stringify(index)}\n` },
    ...[...files].map(([path, body]) => ({ path, body })),
    ...(await staticLetterFiles(index, (path) => files.get(path) as string, asOf)),
  ];
}
