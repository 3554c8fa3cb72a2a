import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EngineAnswer } from '../../../src/search/engine.ts';
import { openSearchKeyFile } from '../../../src/server/search/search-key-file.ts';
import { NothingServed, openSearchService } from '../../../src/server/search/search-service.ts';
import { product, smallCatalogue } from '../../publish/small-catalogue.ts';

const DAY = '2026-11-28';
const ask = (text: string) => ({ parameters: { text, filters: {}, page: 1, ignored: [] }, limit: 10, asOf: DAY, facets: [], alcohol: false });
const fails = (error: unknown): never => {
  throw error;
};

test('searches exactly what is served, from the moment it is', async () => {
  const service = openSearchService({ onError: fails });
  await expect(service.search(ask('nước mắm'))).rejects.toThrow(NothingServed);
  service.take({ catalogue: smallCatalogue(), asOf: DAY });
  const { engine, answer } = await service.search(ask('nuoc mam phu sang'));
  expect([engine, answer.hits[0]]).toEqual(['embedded', { id: 'nuoc-mam-phu-sang', partial: false }]);
  service.take({ catalogue: smallCatalogue({ products: [product('khac')] }), asOf: DAY });
  expect((await service.search(ask('nuoc mam phu sang'))).answer.hits.map(({ id }) => id)).not.toContain('nuoc-mam-phu-sang');
  service.take(undefined);
  await expect(service.search(ask('nước mắm'))).rejects.toThrow(NothingServed);
});

test('whatever Meilisearch does not answer, the embedded engine does, and says so', async () => {
  let answered: EngineAnswer | undefined = { total: 1, hits: [{ id: 'tu-meilisearch', partial: false }], facets: {} };
  const followed: number[] = [];
  const front = { follow: ({ documents }: { documents: readonly unknown[] }) => void followed.push(documents.length), ask: async () => answered, close: () => undefined };
  const service = openSearchService({ front, onError: fails });
  service.take({ catalogue: smallCatalogue(), asOf: DAY });
  expect(await service.search(ask('nước mắm'))).toMatchObject({ engine: 'meilisearch', answer: answered });
  answered = undefined;
  expect(await service.search(ask('nước mắm phú sáng'))).toMatchObject({ engine: 'embedded', answer: { hits: [{ id: 'nuoc-mam-phu-sang' }] } });
  expect(followed).toEqual([smallCatalogue().products.length]);
});

test('the same state taken again makes nothing anew', async () => {
  const followed: unknown[] = [];
  const service = openSearchService({ front: { follow: (source) => void followed.push(source), ask: async () => undefined, close: () => undefined }, onError: fails });
  const served = { catalogue: smallCatalogue(), asOf: DAY };
  service.take(served);
  await service.search(ask('x'));
  service.take({ ...served });
  await service.search(ask('x'));
  expect(followed).toHaveLength(1);
});

test('the key that searches is kept for its owner alone, for one server and index, and renewed in time', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ocop-key-'));
  const path = join(dataDir, 'keys', 'meilisearch-search.json');
  let now = Date.parse('2026-11-28T00:00:00Z');
  const file = (index: string) => openSearchKeyFile(dataDir, { url: 'http://127.0.0.1:7700', index }, () => now);
  const key = { key: 'k', expiresAt: '2027-05-27T00:00:00.000Z' };
  expect(await file('a').read()).toBeUndefined();
  await file('a').write(key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).not.toContain('admin');
  expect([await file('a').read(), await file('b').read()]).toEqual([key, undefined]);
  now = Date.parse('2027-05-01T00:00:00Z');
  expect(await file('a').read()).toBeUndefined();
  await writeFile(path, '{"url":');
  expect(await file('a').read()).toBeUndefined();
  await file('a').forget();
  await rm(dataDir, { recursive: true });
});

test('the first letter is searched once for everybody, until something else is served; a whole word and alcohol always', async () => {
  const service = openSearchService({ onError: fails });
  service.take({ catalogue: smallCatalogue(), asOf: DAY });
  expect((await service.search(ask('n'))).answer).toBe((await service.search(ask('n'))).answer);
  expect((await service.search(ask('nuoc'))).answer).not.toBe((await service.search(ask('nuoc'))).answer);
  expect((await service.search({ ...ask('n'), alcohol: true })).answer).not.toBe((await service.search({ ...ask('n'), alcohol: true })).answer);
  const before = (await service.search(ask('n'))).answer;
  service.take({ catalogue: smallCatalogue({ products: [product('khac')] }), asOf: DAY });
  expect((await service.search(ask('n'))).answer.hits).not.toEqual(before.hits);
});
