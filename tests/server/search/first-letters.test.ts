import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { keptLetters } from '../../../src/server/search/kept-letters.ts';
import { openSearchService } from '../../../src/server/search/search-service.ts';
import type { SiteApp } from '../../../src/server/http/site-app.ts';
import { FIRST_LETTERS } from '../../../src/search/first-letters.ts';
import { searchedCatalogue, startSearchSite, type SearchSite } from './search-under-test.ts';

/** A site that counts how often it searches. */
async function countedSite(): Promise<SearchSite & { asked: () => number; json: (path: string, headers?: Record<string, string>) => Promise<any> }> {
  const service = openSearchService({ onError: (error) => { throw error; } });
  service.take({ catalogue: searchedCatalogue(), asOf: '2026-11-28' });
  let asked = 0;
  const site = await startSearchSite({ search: (ask, signal) => ((asked += 1), service.search(ask, signal)) });
  return { ...site, asked: () => asked, json: async (path, headers) => JSON.parse((await site.get(path, headers)).body.toString()) };
}

test('what is offered for first letters is what each letter is answered by itself, and is made once for all who ask', async () => {
  const site = await countedSite();
  const [first, again] = await Promise.all([site.json('/api/search/first-letters?limit=8'), site.json('/api/search/first-letters?limit=8')]);
  expect(site.asked()).toBe(FIRST_LETTERS.length);
  expect(again).toEqual(first);
  expect(Object.keys(first.letters)).toEqual(FIRST_LETTERS);
  for (const letter of ['n', 'm', 'đ', 'x']) expect(first.letters[letter]).toEqual(await site.json(`/api/search/suggestions?q=${encodeURIComponent(letter)}&limit=8`));
  const english = await site.json('/api/search/first-letters?lang=en');
  expect(english.letters['c']).toEqual(await site.json('/api/search/suggestions?q=c&lang=en'));
  expect(JSON.stringify(english)).not.toContain('ke-go');
  expect((await site.json('/api/search/first-letters?limit=9')).errors).toEqual([{ field: 'limit', found: '9', detail: 'must be 8 or 10.' }]);
  expect((await site.json('/api/search/first-letters?q=n')).errors[0]).toMatchObject({ field: 'q', found: 'n' });
  const { components, paths } = await site.json('/api/openapi.json');
  const ajv = new Ajv2020({ strict: false });
  const { responses } = paths['/api/search/first-letters'].get;
  expect(ajv.validate({ ...responses[200].content['application/json'].schema, components }, first), ajv.errorsText()).toBe(true);
  expect(site.faults).toEqual([]);
  await site.stop();
});

test('it is asked for again only when something else would be said', async () => {
  const site = await countedSite();
  const { headers } = await site.get('/api/search/first-letters');
  expect([headers['cache-control'], headers['x-robots-tag']]).toEqual(['public, max-age=0, must-revalidate', 'noindex']);
  expect((await site.get('/api/search/first-letters', { 'if-none-match': headers.etag as string })).status).toBe(304);
  await site.stop();
});

test('the first of the results by the query of its address; the whole after it costs no second search; with alcohol there are none', async () => {
  const site = await countedSite();
  const { letters } = await site.json('/tim-kiem/chu-dau/');
  expect(Object.keys(letters)).toEqual(FIRST_LETTERS.map((letter) => `?q=${encodeURIComponent(letter)}`));
  const searches = site.asked();
  expect((await site.get('/tim-kiem/ket-qua/?q=n')).body.toString()).toBe(letters['?q=n']);
  expect(site.asked()).toBe(searches);
  for (const query of ['?q=m', '?q=%C4%91']) expect((await site.get(`/tim-kiem/ket-qua/${query}`, { 'x-search-first': '1' })).body.toString()).toBe(letters[query]);
  expect(JSON.parse((await site.json('/en/search/first-letters/')).letters['?q=c'])).toMatchObject({ path: '/en/search/results/', parameters: { text: 'c' } });
  expect(JSON.stringify(letters)).not.toContain('ruou-sim');
  const declared = await site.get('/tim-kiem/chu-dau/', { cookie: 'da-khai-bao-tuoi=1' });
  expect([declared.status, declared.headers['cache-control'], declared.body.length]).toEqual([204, 'private, no-store', 0]);
  expect(site.searched).toEqual([]);
  expect(site.faults).toEqual([]);
  await site.stop();
});

test('nothing that can be searched in is told as such', async () => {
  const empty = await startSearchSite({ app: false });
  for (const path of ['/api/search/first-letters', '/tim-kiem/chu-dau/']) expect((await empty.get(path)).status).toBe(503);
  await empty.stop();
});

test('a failure is told to everybody who waited and is not kept; another state of the register is asked anew', async () => {
  const [app, next] = [{} as SiteApp, {} as SiteApp];
  const kept = keptLetters<string>();
  let isBroken = true;
  const make = async (letter: string): Promise<string | undefined> => {
    if (isBroken && letter === 'k') throw new Error('no answer');
    return letter === 'x' ? undefined : letter.toUpperCase();
  };
  const waiting = [kept.of(app, 'vi', make), kept.of(app, 'vi', make)];
  for (const one of waiting) await expect(one).rejects.toThrow('no answer');
  isBroken = false;
  const made = await kept.of(app, 'vi', make);
  expect([made['n'], 'x' in made]).toEqual(['N', false]);
  expect(await kept.of(app, 'vi', make)).toBe(made);
  expect(await kept.of(next, 'vi', make)).not.toBe(made);
  expect(await kept.of(app, 'en', make)).not.toBe(made);
});
