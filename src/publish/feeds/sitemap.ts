import { inLanguage, LANGUAGES } from '../../paths.ts';
import type { HtmlPage } from '../page.ts';
import type { FeedContext } from './feed-context.ts';

/** Pages in one file; the protocol allows 50,000 addresses and 50 MB, alternates included. */
export const SITEMAP_PAGES = 10_000;

/** /sitemap-index.xml: the list of the sitemap files. */
export function sitemapIndex({ siteUrl, pages }: Pick<FeedContext, 'siteUrl' | 'pages'>): string {
  const files = Math.max(1, Math.ceil(indexedOf(pages).length / SITEMAP_PAGES));
  const entries = Array.from({ length: files }, (_, index) => `<sitemap><loc>${siteUrl}/sitemap-${index + 1}.xml</loc></sitemap>`);
  return document('sitemapindex', '', entries);
}

/** /sitemap-N.xml: indexable pages with their twins in the other language. */
export function sitemap({ siteUrl, pages }: Pick<FeedContext, 'siteUrl' | 'pages'>, path: string): string {
  const number = Number(/^\/sitemap-(\d+)\.xml$/.exec(path)?.[1]);
  const part = indexedOf(pages).slice((number - 1) * SITEMAP_PAGES, number * SITEMAP_PAGES);
  return document(
    'urlset',
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"',
    part.map((page) => `<url><loc>${escapeXml(siteUrl + page.path)}</loc>${alternates(siteUrl, page.path)}</url>`),
  );
}

function indexedOf(pages: readonly HtmlPage[]): readonly HtmlPage[] {
  return pages.filter((page) => page.indexed);
}

function alternates(siteUrl: string, path: string): string {
  const vietnamese = inLanguage(path, 'vi');
  const twins = LANGUAGES.map((language) => [language, inLanguage(path, language)] as const);
  return [...twins, ['x-default', vietnamese] as const]
    .filter(([, twin]) => twin !== undefined)
    .map(([language, twin]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(`${siteUrl}${twin}`)}"/>`)
    .join('');
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
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
