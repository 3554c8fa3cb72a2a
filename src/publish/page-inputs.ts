import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PublishSource } from './manifest.ts';
import type { View } from './view.ts';
import { isFeed, type PublishedPage } from './page.ts';

/** Digest (hex, 16 characters) of the whole register: records, settings, moved addresses and photographs. */
export function registerDigest(catalogue: Catalogue, photographs: View['photographs']): string {
  return digestOf([catalogue.digest('register'), catalogue.digest('site'), catalogue.moved, hashesOf(photographs)]);
}

/**
 * Gives each page the digest of everything it is made from. Two pages with equal digests have equal bytes,
 * so a page whose digest is that of the last publish is not made again. Every HTML page prints the "as of" day:
 * a new day makes all of them again, and none of the sitemaps.
 */
export function inputsOfPages({ catalogue, photographs }: Pick<View, 'catalogue' | 'photographs'>, source: PublishSource): (page: PublishedPage) => string {
  const everywhere = [source.build, source.siteUrl, source.mode];
  // Cards on many pages show a product's photograph, and its record does not tell when the file was replaced.
  const frame = [catalogue.groups.map(({ id, name }) => [id, name]), hashesOf(photographs)];
  return (page) =>
    digestOf([
      page.path,
      everywhere,
      page.dated ? source.asOf : '',
      isFeed(page) ? source.register : frame,
      page.inputs.map((key) => [key, catalogue.digest(key)]),
    ]);
}

/** The hashes change with the content of the photographs. */
function hashesOf(photographs: View['photographs'] = new Map()): [string, string[]][] {
  return [...photographs].map(([id, all]) => [id, all.map(({ derivatives }) => derivatives.hash)]);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
