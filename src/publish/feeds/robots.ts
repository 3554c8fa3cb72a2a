import type { FeedContext } from './feed-context.ts';

/** Everything may be read; pages that must not be indexed say so themselves, which a crawler can only see by reading them. */
export function robotsTxt({ siteUrl }: Pick<FeedContext, 'siteUrl'>): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}/sitemap-index.xml\n`;
}
