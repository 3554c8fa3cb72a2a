/**
 * Addresses in one file, about; the protocol allows 50,000 addresses and 50 MB, alternates included. Few, because a page
 * that comes or goes makes its whole file again.
 */
export const SITEMAP_PAGES = 2_000;

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

/**
 * The parts of an earlier site after some of its addresses went and others came: the same as `sitemapParts` of all of
 * them. Parts without a change stay the same objects. Undefined when another number of parts is due.
 */
export function changedSitemapParts(before: SitemapParts, gone: ReadonlySet<string>, come: readonly string[]): SitemapParts | undefined {
  const known = before.reduce((sum, part) => sum + part.length, 0);
  if (Math.max(1, Math.ceil((known - gone.size + come.length) / SITEMAP_PAGES)) !== before.length) return undefined;
  const partOf = (path: string): number => spread(path) % before.length;
  const touched = new Set([...gone, ...come].map(partOf));
  return before.map((part, number) => {
    if (!touched.has(number)) return part;
    return [...part.filter((path) => !gone.has(path)), ...come.filter((path) => partOf(path) === number)].sort();
  });
}

/** FNV-1a, 32 bits. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
