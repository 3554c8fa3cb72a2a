import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { encodeDocuments } from '../../src/search/embedded/encode-documents.ts';
import { encodePlaces } from '../../src/search/embedded/encode-places.ts';
import { headAndRest, ofProvince } from '../../src/search/embedded/parts.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';

/** In KiB. */
export interface Size {
  raw: number;
  gzip: number;
  brotli: number;
}

/** What a browser loads of a static export, by part; alcohol is not in it. */
export function shippedSizes(catalogue: Catalogue, documents: readonly SearchDocument[], asOf: string): { parts: Readonly<Record<string, Size>>; provinces: Size[] } {
  const shown = documents.filter(({ alcohol }) => !alcohol);
  const kept = new Set(shown.flatMap(({ communes }) => communes));
  const places = encodePlaces(catalogue.placeIndex, ({ slug }, province) => kept.has(`${province}/${slug}`));
  const { head, rest } = headAndRest(shown);
  const parts = { 'place names': sizeOf(places), 'head: 4 and 5 stars': sizeOf(encodeDocuments(head, asOf, places)), rest: sizeOf(encodeDocuments(rest, asOf, places)) };
  const provinces = catalogue.provinces.map(({ slug }) => ofProvince(shown, slug)).filter((own) => own.length > 0).map((own) => sizeOf(encodeDocuments(own, asOf, places)));
  return { parts: { ...parts, together: sum(Object.values(parts)) }, provinces };
}

function sizeOf(text: string): Size {
  return { raw: Buffer.byteLength(text) / 1024, gzip: gzipSync(text, { level: 9 }).length / 1024, brotli: brotliCompressSync(text).length / 1024 };
}

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((all, size) => ({ raw: all.raw + size.raw, gzip: all.gzip + size.gzip, brotli: all.brotli + size.brotli }));
}
