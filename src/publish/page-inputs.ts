import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PublishSource } from './manifest.ts';
import { isFeed, type PublishedPage } from './page.ts';

/** Digest (hex, 16 characters) of the whole catalogue: records, settings and moved addresses. */
export function registerDigest(catalogue: Catalogue): string {
  return digestOf([catalogue.digest('register'), catalogue.digest('site'), catalogue.moved]);
}

/**
 * Gives each page the digest of everything it is made from. Two pages with equal digests have equal bytes,
 * so a page whose digest is that of the last publish is not made again. Every HTML page prints the "as of" day:
 * a new day makes all of them again, and none of the sitemaps.
 */
export function inputsOfPages(catalogue: Catalogue, source: PublishSource): (page: PublishedPage) => string {
  const everywhere = [source.build, source.siteUrl, source.mode];
  const frame = catalogue.groups.map(({ id, name }) => [id, name]);
  return (page) =>
    digestOf([
      page.path,
      everywhere,
      page.dated ? source.asOf : '',
      isFeed(page) ? source.register : frame,
      page.inputs.map((key) => [key, catalogue.digest(key)]),
    ]);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
