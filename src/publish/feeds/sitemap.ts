import { inLanguage } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';

/** /sitemap-index.xml: the list of the sitemap files. */
export function sitemapIndex({ siteUrl, sitemaps }: Pick<FeedContext, 'siteUrl' | 'sitemaps'>): string {
  const entries = sitemaps.map((_, part) => `<sitemap><loc>${siteUrl}/sitemap-${part + 1}.xml</loc></sitemap>`);
  return document('sitemapindex', '', entries);
}

/** /sitemap-N.xml: indexable pages with their twins in the other language. */
export function sitemap({ siteUrl, sitemaps }: Pick<FeedContext, 'siteUrl' | 'sitemaps'>, path: string): string {
  const number = Number(/^\/sitemap-(\d+)\.xml$/.exec(path)?.[1]);
  return document(
    'urlset',
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"',
    (sitemaps[number - 1] ?? []).map((page) => `<url><loc>${escapeXml(siteUrl + page)}</loc>${alternates(siteUrl, page)}</url>`),
  );
}

function alternates(siteUrl: string, path: string): string {
  const vietnamese = inLanguage(path, 'vi');
  const twins = [['vi', vietnamese], ['en', inLanguage(path, 'en')], ['x-default', vietnamese]] as const;
  let links = '';
  for (const [language, twin] of twins) if (twin !== undefined) links += `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(siteUrl + twin)}"/>`;
  return links;
}

function document(element: string, namespaces: string, children: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>`,
    ...children,
    `</${element}>`,
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
