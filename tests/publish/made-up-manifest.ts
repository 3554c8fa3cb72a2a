import { createHash } from 'node:crypto';
import type { Manifest, ManifestEntry } from '../../src/publish/manifest.ts';

/** A manifest with so many pages, of which the last `changed` have other files in each number. */
export function manifestOf(number: number, pages: number, changed: number): Manifest {
  const entries = Array.from({ length: pages }, (_, page): [string, ManifestEntry] => {
    const version = page >= pages - changed ? number : 1;
    const file = createHash('sha256').update(`${page} ${version}`).digest('hex');
    return [`/p${page}/`, { file, type: 'text/html', status: 200, headers: { 'cache-control': `${page % 2}` }, inputs: `${page} ${version}`, filtered: page % 3 === 0 }];
  });
  return {
    number, snapshot: number, asOf: '2026-11-22', build: 'build-1', register: `r${number}`, siteUrl: 'http://localhost', mode: 'server',
    entries: new Map(entries), redirects: new Map([['/alt/', '/p0/']]),
  };
}
