import type { SearchDocument } from '../search-document.ts';

/** What most people look for comes first: 4 and 5 stars, those of the export's day. The rest follows when there is time. */
export function headAndRest(documents: readonly SearchDocument[]): { head: SearchDocument[]; rest: SearchDocument[] } {
  const isHead = ({ stars }: SearchDocument): boolean => stars !== undefined && stars >= 4;
  return { head: inPlaces(documents.filter(isHead)), rest: inPlaces(documents.filter((document) => !isHead(document))) };
}

/** All of one province of today, for its own pages; a product that may lie in several is in each of them. */
export function ofProvince(documents: readonly SearchDocument[], slug: string): SearchDocument[] {
  return inPlaces(documents.filter(({ provinces }) => provinces.includes(slug)));
}

/** Neighbours stand together, which halves what a compressor has to say about places and producers. */
function inPlaces(documents: readonly SearchDocument[]): SearchDocument[] {
  const keyed = documents.map((document) => ({ document, key: [document.provinces[0] ?? '', document.communes[0] ?? '', document.producer?.id ?? '', document.id].join(' ') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ document }) => document);
}
