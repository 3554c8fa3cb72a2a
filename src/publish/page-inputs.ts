import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { sellsAnything } from '../catalogue/sells-anything.ts';
import { hashOf, type InputDigests } from './input-digests.ts';
import type { PublishSource } from './manifest.ts';
import type { PublishedPage } from './page.ts';
import type { View } from './view.ts';

/** Digest (hex, 16 characters) of the whole register: records, settings, moved addresses and photographs. */
export function registerDigest(catalogue: Catalogue, photographs: View['photographs']): string {
  const pictures = [...(photographs ?? [])].map(([id, all]) => [id, all.map(({ derivatives }) => derivatives.hash)]);
  const all = JSON.stringify([catalogue.digest('register'), catalogue.digest('site'), catalogue.moved, pictures]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

/** What every page shows: the site's own name and settings, whether there is a cart, names of groups and provinces, all made by one code for one address. */
export function frameDigest(catalogue: Catalogue, { build, siteUrl, mode }: Pick<PublishSource, 'build' | 'siteUrl' | 'mode'>): string {
  const { groups, provinces } = catalogue;
  return hashOf(build, siteUrl, mode, catalogue.digest('site'), String(sellsAnything(catalogue.shop)), JSON.stringify([groups, provinces]));
}

/**
 * The digest of everything that a page is made from. Two pages with equal digests show the same, so a page whose digest
 * is that of the last publish is not made again; it goes on saying for which day it was made.
 */
export function inputsOf(page: PublishedPage, frame: string, digests: InputDigests): string {
  return hashOf(page.path, frame, ...page.inputs.flatMap((key) => [key, digests.of(key)]));
}
