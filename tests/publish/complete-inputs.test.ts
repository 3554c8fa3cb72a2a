import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatDate } from '../../src/i18n/format-date.ts';
import { builtDigest, sourceDigest } from '../../src/publish/astro-build.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openRenderer, type Renderer } from '../../src/publish/renderer.ts';
import { isHtmlPage } from '../../src/publish/page.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { catalogueOf, CHANGES, firstState } from './changing-register.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

const root = resolve('.');
const dist = resolve('dist');
/** Pages of other sources need not fit the inputs of these. */
const isBuilt = (await builtDigest(root)) === (await sourceDigest(root));

/**
 * What a page says of the day it was made for, and what runs on with every day. The browser says all of it for the day
 * of viewing, so a page need not be made again for it.
 */
function withoutDay(html: string, days: readonly string[]): string {
  const printed = days.flatMap((day) => [formatDate(day, 'vi'), formatDate(day, 'en')]);
  return printed
    .reduce((text, day) => text.replaceAll(day, 'DAY'), html)
    .replace(/data-as-of="[^"]*"/g, 'data-as-of')
    .replace(/(<b[^>]*data-word="remaining"[^>]*>)[^<]*/g, '$1')
    .replace(/(data-status="expiring"(?:(?!<\/p>)[^])*?data-word="pill"[^>]*>)[^<]*/g, '$1')
    .replace(/(data-elapsed[^>]*) width="[^"]*"/g, '$1')
    .replace(/(data-mark[^>]*) x="[^"]*"/g, '$1');
}

describe.skipIf(!isBuilt)('with the built app (only while dist/ is built from these sources: npm run build)', () => {
  let bench: Workbench;
  let renderer: Renderer;
  beforeEach(async () => {
    bench = await openWorkbench();
    renderer = await openRenderer(dist, 'build-1');
  });
  afterEach(() => bench.remove());

  test('after every change the pages in force are those that the whole register gives, byte by byte', async () => {
    const publisher = openPublisher(bench.store);
    let state = firstState();
    const days = new Set([state.asOf]);
    for (const [name, change] of [['the first publish', (same: typeof state) => same] as const, ...CHANGES]) {
      state = change(state);
      days.add(state.asOf);
      const catalogue = catalogueOf(state);
      const { asOf } = state;
      const { manifest } = await publisher.publish({ catalogue, asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer });
      // Both languages are made from the same inputs.
      const pages = pagesOf(catalogue).filter(isHtmlPage).filter(({ kind, language }) => kind !== 'updates' && (language === 'vi' || process.env['LONG_TESTS']));
      for (const { path } of pages) {
        const published = (await bench.store.files.read(manifest.entries.get(path)?.file ?? '')).toString('utf8');
        const afresh = (await renderer.render(path, { catalogue, asOf, siteUrl: SITE_URL, mode: 'server' })).body.toString('utf8');
        expect(withoutDay(published, [...days]), `${path} after: ${name}`).toBe(withoutDay(afresh, [...days]));
      }
    }
  }, 120_000);
});
