import * as paths from '../paths.ts';
import type { Feed } from './page.ts';

/** Every file for machines. The status lists are urgent: they go live before the pages do. */
export function feedsOf(sitemaps: number): Feed[] {
  return [
    { kind: 'status-json', path: paths.statusJsonPath, inputs: ['register', 'day', 'status-index'], urgent: true },
    { kind: 'status-list', path: paths.statusListPath, inputs: ['register', 'day', 'status-index'], urgent: true },
    { kind: 'catalogue-json', path: paths.catalogueJsonPath, inputs: ['register', 'day'] },
    { kind: 'products-csv', path: paths.productsCsvPath, inputs: ['register', 'day'] },
    { kind: 'sitemap-index', path: '/sitemap-index.xml', inputs: ['sitemaps'] },
    ...Array.from({ length: sitemaps }, (_, part): Feed => ({ kind: 'sitemap', path: `/sitemap-${part + 1}.xml`, inputs: [`sitemap:${part}`] })),
    { kind: 'robots', path: '/robots.txt', inputs: [] },
    { kind: 'security-txt', path: '/.well-known/security.txt', inputs: ['day'] },
  ];
}
