/** Addresses in one file, about; the protocol allows 50,000 addresses and 50 MB, alternates included. */
export const SITEMAP_PAGES = 10_000;

/** The indexable addresses of the site, a list for each sitemap file. */
export type SitemapParts = readonly (readonly string[])[];

/**
 * An address stays in its part while others come and go, so that one new page makes one of many files again. Sorted: the
 * same addresses give the same files, in whatever order the register has them.
 */
export function sitemapParts(paths: readonly string[]): SitemapParts {
  const parts: string[][] = Array.from({ length: Math.max(1, Math.ceil(paths.length / SITEMAP_PAGES)) }, () => []);
  for (const path of paths) (parts[spread(path) % parts.length] as string[]).push(path);
  return parts.map((part) => part.sort());
}

/** FNV-1a, 32 bits. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
