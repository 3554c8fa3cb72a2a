import { partNames } from '../domain/pack-table.ts';
import * as paths from '../paths.ts';
import type { Feed } from './page.ts';

/** Every file for machines that there is one of. The status lists are urgent: they go live before the pages do. */
export function feedsOf({ sitemaps, packParts, isSigned }: { sitemaps: number; packParts: number; isSigned: boolean }): Feed[] {
  return [
    { kind: 'status-json', path: paths.statusJsonPath, inputs: ['register', 'day', 'status-index'], urgent: true },
    { kind: 'status-list', path: paths.statusListPath, inputs: ['register', 'day', 'status-index'], urgent: true },
    ...(isSigned ? signedFeeds() : []),
    { kind: 'catalogue-json', path: paths.catalogueJsonPath, inputs: ['register', 'day'] },
    { kind: 'products-csv', path: paths.productsCsvPath, inputs: ['register', 'day'] },
    ...packTableFeeds(packParts),
    { kind: 'sitemap-index', path: '/sitemap-index.xml', inputs: ['sitemaps'] },
    ...Array.from({ length: sitemaps }, (_, part): Feed => ({ kind: 'sitemap', path: `/sitemap-${part + 1}.xml`, inputs: [`sitemap:${part}`] })),
    { kind: 'robots', path: '/robots.txt', inputs: [] },
    { kind: 'security-txt', path: '/.well-known/security.txt', inputs: ['day'] },
  ];
}

/** What phones keep of all packs. */
function packTableFeeds(count: number): Feed[] {
  const parts = partNames(count).map((part): Feed => ({ kind: 'pack-table', path: paths.packTablePath(part), inputs: [`pack-table:${part}`] }));
  return [{ kind: 'pack-table-index', path: paths.packTableIndexPath, inputs: ['pack-tables'] }, ...parts];
}

/** The keys go live with the list that the newest of them signs. */
function signedFeeds(): Feed[] {
  return [
    { kind: 'keys', path: paths.keysPath, inputs: ['keys'], urgent: true },
    { kind: 'status-list-proof', path: paths.statusListProofPath, inputs: ['register', 'day', 'status-index', 'signing-key'], urgent: true },
  ];
}
