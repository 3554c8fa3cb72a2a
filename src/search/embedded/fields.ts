import { KIND_WORDS } from '../kind-words.ts';
import type { SearchDocument } from '../search-document.ts';

/** One searched side of a document. */
export interface Field {
  name: 'name' | 'otherNames' | 'producer' | 'places' | 'kind' | 'contents';
  /** How much a word found here counts. */
  weight: number;
  /** What the text is made from: where two documents share the very same value, they share the text. Undefined: no text. */
  source(document: SearchDocument): unknown;
  texts(document: SearchDocument): readonly string[];
}

/** In the order of their ids. */
export const FIELDS: readonly Field[] = [
  { name: 'name', weight: 3, source: ({ name }) => name, texts: ({ name }) => [name] },
  { name: 'otherNames', weight: 2.4, source: (document) => document, texts: (document) => [document.nameEn, ...document.aliases.filter((alias) => !isKind(alias, document))] },
  {
    name: 'producer',
    weight: 1.5,
    source: ({ producer }) => producer?.id,
    texts: ({ producer }) => (producer === undefined ? [] : [producer.name, ...producer.formerNames]),
  },
  { name: 'places', weight: 1.2, source: ({ places }) => places, texts: ({ places }) => [...new Set(places.map(withoutUnit))] },
  { name: 'kind', weight: 0.8, source: ({ aliases }) => aliases, texts: (document) => document.aliases.filter((alias) => isKind(alias, document)) },
  { name: 'contents', weight: 0.6, source: ({ contents }) => (contents.length === 0 ? undefined : contents), texts: ({ contents }) => contents },
];

const KINDS = new Set(Object.values(KIND_WORDS).flatMap((words) => (words === undefined ? [] : [words.vi, words.en])));

/** Words for the kind come first among the aliases that the group's two names end. */
function isKind(alias: string, { aliases, group }: SearchDocument): boolean {
  return KINDS.has(alias) || (group !== undefined && aliases.indexOf(alias) >= aliases.length - 2);
}

const UNIT = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(?=\S)/iu;

/** "Xã Cẩm Duệ" is looked for as "Cẩm Duệ": the kind of unit stands in every place. Numbered units keep it. */
function withoutUnit(place: string): string {
  const bare = place.replace(UNIT, '');
  return /^\d/.test(bare) ? place : bare;
}
