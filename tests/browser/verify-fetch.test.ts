import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetcher } from '../../src/browser/verify-fetch.ts';

const now = Date.parse('2026-11-22T09:00:00+07:00');
const later = Date.parse('2026-11-24T09:00:00+07:00');
const PATH = '/data/proof/a.jwt';
let network: (path: string) => Promise<Response>;

/** A cache in memory, with the few methods that are used. */
function memoryCache() {
  const entries = new Map<string, Response>();
  return {
    put: async (key: string, response: Response) => void entries.set(key, response),
    match: async (key: string) => entries.get(key)?.clone(),
    delete: async (key: string) => entries.delete(key),
    keys: async () => [...entries.keys()],
  };
}

beforeEach(() => {
  const cache = memoryCache();
  vi.stubGlobal('caches', { open: async () => cache });
  vi.stubGlobal('fetch', (path: string) => network(path));
  network = async (path) => new Response(`from the network: ${path}`);
});
afterEach(() => vi.unstubAllGlobals());

const failing = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch');
};

test('the network answers first, and its answer is kept with its day', async () => {
  expect(await fetcher(now)(PATH)).toEqual({ text: `from the network: ${PATH}` });
  network = failing;
  expect(await fetcher(later)(PATH)).toEqual({ text: `from the network: ${PATH}`, keptOn: '2026-11-22' });
});

test('a newer answer takes the place of the kept one', async () => {
  await fetcher(now)(PATH);
  network = async () => new Response('newer');
  await fetcher(later)(PATH);
  network = failing;
  expect(await fetcher(later)(PATH)).toEqual({ text: 'newer', keptOn: '2026-11-24' });
});

test('a site that fails leaves the kept copy, one that has no such file leaves nothing', async () => {
  await fetcher(now)(PATH);
  network = async () => new Response('', { status: 503 });
  expect(await fetcher(later)(PATH)).toMatchObject({ keptOn: '2026-11-22' });
  network = async () => new Response('', { status: 404 });
  expect(await fetcher(later)(PATH)).toBeUndefined();
});

test('what was never kept is not there', async () => {
  network = failing;
  expect(await fetcher(now)(PATH)).toBeUndefined();
});

test('a browser that keeps nothing still gets the answer of the network', async () => {
  vi.stubGlobal('caches', undefined);
  expect(await fetcher(now)(PATH)).toEqual({ text: `from the network: ${PATH}` });
  network = failing;
  expect(await fetcher(now)(PATH)).toBeUndefined();
});

test('no more than sixty copies are kept', async () => {
  for (let place = 0; place < 70; place += 1) await fetcher(now)(`/data/proof/${place}.jwt`);
  network = failing;
  expect(await fetcher(now)('/data/proof/9.jwt')).toBeUndefined();
  expect(await fetcher(now)('/data/proof/10.jwt')).toMatchObject({ keptOn: '2026-11-22' });
});
