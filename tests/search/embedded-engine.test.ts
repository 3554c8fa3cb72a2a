import { beforeAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { EngineAnswer, EngineQuery } from '../../src/search/engine.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from '../../src/search/embedded/open-embedded-engine.ts';
import { searchDocuments } from '../../src/search/search-documents.ts';
import { understand } from '../../src/search/understand.ts';

const DAY = '2026-11-28';
let catalogue: Catalogue;
let engine: EmbeddedEngine;

beforeAll(() => {
  catalogue = loadCatalogue({ contentDir: 'content', samples: false, today: DAY }).catalogue as Catalogue;
  engine = openEmbeddedEngine(searchDocuments(catalogue, DAY));
});

function ask(text: string, change: Partial<EngineQuery> = {}): EngineAnswer {
  const understood = understand(text, { words: engine.words, places: catalogue.placeIndex, groups: catalogue.groups });
  return engine.answer({ understood, filters: {}, sort: 'relevance', page: 1, limit: 100, asOf: DAY, facets: [], alcohol: false, ...change });
}

const ids = (answer: EngineAnswer): string[] => answer.hits.map(({ id }) => id);

test('who types marks gets those marks first', () => {
  expect(ids(ask('dừa', { limit: 4 }))).toEqual(expect.arrayContaining(['dua-sap-soi-vicosap', 'mat-hoa-dua-tra-vinh-farm', 'duong-hoa-dua-tra-vinh-farm', 'banh-dua-nuong-quy-thu']));
  expect(ids(ask('dưa', { limit: 2 })).sort()).toEqual(['dua-luoi-an-xuan', 'dua-luoi-ngoc-khue']);
});

test('alcohol is found only after the declaration', () => {
  expect(ids(ask('rượu sim')).filter((id) => id.startsWith('ruou'))).toEqual([]);
  expect(ids(ask('rượu sim', { alcohol: true, limit: 4 })).every((id) => id.startsWith('ruou-sim'))).toBe(true);
});

test('facets count as if their own filter were gone, and hits obey all', () => {
  const facets = ['stars', 'provinces', 'groups'] as const;
  const all = ask('mật ong', { facets });
  const narrowed = ask('mật ong', { facets, filters: { provinces: ['ha-tinh'], stars: [4] } });
  const counted = (answer: EngineAnswer, field: (typeof facets)[number], value: string): number => answer.facets[field]?.find((one) => one.value === value)?.count ?? 0;
  expect(counted(ask('mật ong', { facets, filters: { stars: [4] } }), 'provinces', 'ha-tinh')).toBe(counted(narrowed, 'provinces', 'ha-tinh'));
  expect(counted(ask('mật ong', { facets, filters: { provinces: ['ha-tinh'] } }), 'stars', '3')).toBe(counted(narrowed, 'stars', '3'));
  expect(narrowed.total).toBe(narrowed.hits.length);
  for (const { id } of narrowed.hits) expect(engine.document(id)).toMatchObject({ stars: 4, provinces: ['ha-tinh'] });
  expect(all.total).toBeGreaterThan(narrowed.total);
});

test('errors are forgiven only where few products hold every word', () => {
  expect(ids(ask('xuc xihc', { limit: 2 })).sort()).toEqual(['xuc-xich-hien-binh', 'xuc-xich-luong-ha']);
});

test('products with most of the words follow, marked as such', () => {
  const { hits } = ask('mật ong mường tè zzzz');
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.every(({ partial }) => partial)).toBe(true);
});

test('no word at all finds everything that may be shown', () => {
  const answer = ask('', { facets: ['status'] });
  expect(answer.total).toBe(catalogue.products.filter(({ alcohol }) => !alcohol).length);
  expect(answer.facets.status?.reduce((sum, { value, count }) => sum + (value === 'held' ? 0 : count), 0)).toBe(answer.total);
});

test('a circle holds products by the point of their commune, with the way to it', () => {
  const near = { point: { lat: 18.1632, lng: 105.932 }, km: 20 };
  const { hits } = ask('', { filters: { near }, sort: 'distance' });
  expect(hits.length).toBeGreaterThan(3);
  const km = hits.map((hit) => hit.km as number);
  expect(km).toEqual([...km].sort((a, b) => a - b));
  expect(km.every((way) => way <= 20)).toBe(true);
});

test('a status is that of the day asked for, and a delivery day asks for what holds then', () => {
  const held = (asOf: string): string[] => ids(ask('', { asOf, filters: { status: ['held'] } }));
  expect(held('2026-11-28')).toContain('toi-ly-son-dori');
  expect(held('2028-10-15')).toContain('toi-ly-son-dori');
  expect(held('2028-10-16')).not.toContain('toi-ly-son-dori');
  expect(ids(ask('', { filters: { on: '2028-10-15' } }))).toContain('toi-ly-son-dori');
  expect(ids(ask('', { filters: { on: '2028-10-16' } }))).toEqual([]);
});

test('sorts go by what they name, pages go on where the last one ended', () => {
  const stars = ask('chè', { sort: 'stars' }).hits.map(({ id }) => engine.document(id)?.stars ?? 0);
  expect(stars).toEqual([...stars].sort((a, b) => b - a));
  const names = ask('', { sort: 'name', limit: 50 }).hits.map(({ id }) => engine.document(id)?.name ?? '');
  expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
  const whole = ids(ask('mật ong', { limit: 12 }));
  expect([...ids(ask('mật ong', { limit: 6 })), ...ids(ask('mật ong', { limit: 6, page: 2 }))]).toEqual(whole);
});
