import assert from 'node:assert/strict';
import { openClient } from '../../../src/search/meilisearch/client.ts';
import { followDocuments } from '../../../src/search/meilisearch/follow-documents.ts';
import { makeSearchKey } from '../../../src/search/meilisearch/make-search-key.ts';
import { openMeilisearchEngine } from '../../../src/search/meilisearch/meilisearch-engine.ts';
import { sendDocuments } from '../../../src/search/meilisearch/send-documents.ts';
import { TaskFailed } from '../../../src/search/meilisearch/await-task.ts';
import { EngineUnavailable } from '../../../src/search/engine.ts';
import { idsOf, plainQuery } from './ask.ts';
import { DAY, SAMPLE_PRODUCTS, sampleProduct } from './sample-products.ts';
import { stopsWhileTyping } from './stops-while-typing.ts';

/** A Meilisearch, real or replayed, and an index there that nobody else uses. */
export interface Where {
  url: string;
  adminKey: string;
  index: string;
}

/** When the recorded keys were made. */
export const NOW = Date.parse('2026-11-28T00:00:00Z');

/** Each runs against a real server and against what was recorded of one; asserts alone tell that something is wrong. */
export const SCENARIOS: Readonly<Record<string, (where: Where) => Promise<void>>> = {
  'answers of the engine': answersOfTheEngine,
  'the index follows the documents': indexFollows,
  'a key that only searches': keyOnlySearches,
  'a task that fails': taskFails,
  'it stops while somebody types': stopsWhileTyping,
};

const clientAt = ({ url, adminKey }: Where) => openClient({ url, key: adminKey, timeoutMs: 30_000 });

async function answersOfTheEngine(where: Where): Promise<void> {
  const client = clientAt(where);
  await followDocuments({ client, index: where.index }, { documents: SAMPLE_PRODUCTS, asOf: DAY });
  const engine = openMeilisearchEngine({ client, index: where.index });

  // Marks that were typed go first; without marks all are as good.
  assert.deepEqual((await idsOf(engine, plainQuery('dừa')))[0], 'keo-dua');
  assert.deepEqual((await idsOf(engine, plainQuery('dứa ')))[0], 'mut-dua');
  assert.deepEqual((await idsOf(engine, plainQuery('dưa')))[0], 'dua-muoi');
  assert.deepEqual((await idsOf(engine, plainQuery('dua'))).sort(), ['dua-muoi', 'keo-dua', 'mut-dua']);

  // As it is typed, with a slip of the finger, in another order, in English.
  assert.deepEqual((await idsOf(engine, plainQuery('nước mă'))).sort(), ['nuoc-mam', 'nuoc-mam-cot']);
  assert.deepEqual((await idsOf(engine, plainQuery('nuoc mam cott')))[0], 'nuoc-mam-cot');
  assert.deepEqual((await idsOf(engine, plainQuery('ong mat '))), ['mat-ong']);
  assert.deepEqual((await idsOf(engine, plainQuery('fish sauce '))), ['nuoc-mam']);

  // What sounds alike is looked for when the word itself is nowhere.
  const slip = plainQuery('');
  const words = [{ marked: 'chè', folded: 'che', isPrefix: false, alternatives: [] }, { marked: 'sanh', folded: 'sanh', isPrefix: false, alternatives: [{ folded: 'xanh', cost: 1 as const }] }];
  assert.deepEqual(await idsOf(engine, { ...slip, understood: { ...slip.understood, words } }), ['che-xanh']);

  // Not every word: behind, and marked.
  assert.deepEqual((await idsOf(engine, plainQuery('nước mắm thượng hạng '))).sort(), ['(nuoc-mam)', '(nuoc-mam-cot)']);
  assert.deepEqual((await idsOf(engine, plainQuery('bánh đa hạng '))), ['(banh-da)']);

  // A day, statuses, a circle, alcohol.
  assert.deepEqual((await idsOf(engine, plainQuery('mam ', { filters: { on: '2024-12-31' } }))), ['mam-ruoc']);
  assert.deepEqual((await idsOf(engine, plainQuery('mam ', { filters: { status: ['held'] } }))).sort(), ['nuoc-mam', 'nuoc-mam-cot']);
  const near = await engine.search(plainQuery('mam ', { filters: { near: { point: { lat: 8.8, lng: 105 }, km: 50 } }, sort: 'distance' }));
  assert.deepEqual(near.hits.map(({ id, km }) => [id, Math.round(km ?? -1)]), [['nuoc-mam-cot', 4]]);
  assert.ok(!(await idsOf(engine, plainQuery('ruou'))).includes('ruou-sim'));
  assert.equal((await idsOf(engine, plainQuery('ruou', { alcohol: true })))[0], 'ruou-sim');

  // A preference puts first and leaves nobody out.
  const preferring = plainQuery('mam ');
  const meanings = [{ kind: 'place' as const, key: 'place:ca-mau', typed: 'Cà Mau', label: { vi: 'Cà Mau', en: 'Ca Mau' }, prefers: { provinces: ['ca-mau'] } }];
  const preferred = await idsOf(engine, { ...preferring, understood: { ...preferring.understood, meanings } });
  assert.deepEqual([preferred[0], preferred.length], ['nuoc-mam-cot', 3]);
  const only = await idsOf(engine, { ...plainQuery(''), understood: { ...plainQuery('').understood, meanings: [{ ...meanings[0]!, spellings: ['500ml'] }] } });
  assert.deepEqual([only.slice(0, 2).sort().includes('keo-dua') || only[0] === 'nuoc-mam', only.length], [true, 9]);

  // Orders.
  assert.deepEqual(await idsOf(engine, plainQuery('mau', { sort: 'price', limit: 4 })), ['keo-dua', 'mut-dua', 'nuoc-mam', 'nuoc-mam-cot']);
  assert.deepEqual((await idsOf(engine, plainQuery('mau', { sort: 'newest', limit: 1 }))), ['nuoc-mam-cot']);
  assert.deepEqual((await idsOf(engine, plainQuery('mau', { sort: 'name' }))), ['banh-da', 'che-xanh', 'dua-muoi', 'keo-dua', 'mam-ruoc', 'mat-ong', 'mut-dua', 'nuoc-mam-cot', 'nuoc-mam']);
  assert.deepEqual((await idsOf(engine, plainQuery('mau', { sort: 'name', page: 2, limit: 4 }))), ['mam-ruoc', 'mat-ong', 'mut-dua', 'nuoc-mam-cot']);

  // Counts stand as they would without the field's own filter.
  const counted = await engine.search(plainQuery('mau', { filters: { stars: [5], provinces: ['ca-mau'] }, facets: ['stars', 'provinces', 'status', 'buyable', 'communes'] }));
  assert.equal(counted.total, 1);
  assert.deepEqual(counted.facets.stars, [{ value: '4', count: 2 }, { value: '5', count: 1 }]);
  assert.deepEqual(counted.facets.provinces, [{ value: 'ca-mau', count: 1 }]);
  assert.deepEqual(counted.facets.status, [{ value: 'held', count: 1 }, { value: 'valid', count: 1 }]);
  assert.deepEqual(counted.facets.buyable, []);
}

async function indexFollows(where: Where): Promise<void> {
  const parts = { client: clientAt(where), index: where.index };
  const before = { documents: SAMPLE_PRODUCTS, asOf: DAY };
  assert.deepEqual(await followDocuments(parts, before), { loaded: true, sent: 10, deleted: 0 });
  assert.deepEqual(await followDocuments(parts, before), { loaded: false, sent: 0, deleted: 0 });
  const after = [...SAMPLE_PRODUCTS.slice(1, -1), sampleProduct('banh-da', 'Bánh đa mè mẫu'), sampleProduct('mo-qua', 'Mơ quả mẫu')];
  assert.deepEqual(await followDocuments(parts, { documents: after, asOf: DAY }), { loaded: false, sent: 2, deleted: 1 });
  const engine = openMeilisearchEngine(parts);
  assert.deepEqual([await idsOf(engine, plainQuery('kẹo ')), await idsOf(engine, plainQuery('mơ ')), await idsOf(engine, plainQuery('mè '))], [[], ['mo-qua'], ['banh-da']]);
  // A day on which one star lapses changes that product only.
  const lapsed = await followDocuments(parts, { documents: after, asOf: '2028-06-02' });
  assert.deepEqual([lapsed.loaded, lapsed.deleted, lapsed.sent < after.length], [false, 0, true]);
  // An index that somebody set up otherwise is made anew.
  await parts.client.index(parts.index).updateSettings({ stopWords: ['mam'] }).waitTask({ timeout: 30_000 });
  assert.equal((await followDocuments(parts, before)).loaded, true);
}

async function keyOnlySearches(where: Where): Promise<void> {
  const admin = clientAt(where);
  await followDocuments({ client: admin, index: where.index }, { documents: SAMPLE_PRODUCTS.slice(0, 3), asOf: DAY });
  const { key, expiresAt } = await makeSearchKey(admin, where.index, NOW);
  assert.equal(expiresAt, '2027-05-27T00:00:00.000Z');
  const client = openClient({ url: where.url, key, timeoutMs: 30_000 });
  assert.deepEqual(await idsOf(openMeilisearchEngine({ client, index: where.index }), plainQuery('kẹo')), ['keo-dua']);
  const refused = (error: unknown): boolean => (error as { cause: { code: string } }).cause.code === 'invalid_api_key';
  await assert.rejects(client.index(where.index).getDocuments(), refused);
  await assert.rejects(client.index(where.index).deleteAllDocuments(), refused);
  await assert.rejects(client.index(where.index).getSettings(), refused);
  await assert.rejects(client.getKeys(), refused);
  await assert.rejects(client.index(`${where.index}_next`).search('x'), refused);
  await assert.rejects(makeSearchKey(client, where.index, NOW), { name: 'MeilisearchRefusal', status: 403 });
  await assert.rejects(openMeilisearchEngine({ client, index: 'another' }).search(plainQuery('x')), EngineUnavailable);
}

async function taskFails(where: Where): Promise<void> {
  const parts = { client: clientAt(where), index: where.index };
  await followDocuments(parts, { documents: SAMPLE_PRODUCTS.slice(0, 2), asOf: DAY });
  await assert.rejects(sendDocuments(parts, { documents: [sampleProduct('không phải id', 'Sai')], asOf: DAY }), (error: unknown) => {
    assert.ok(error instanceof TaskFailed);
    assert.equal(error.code, 'invalid_document_id');
    assert.match(error.message, /^Meilisearch failed at "add documents to .*": Document identifier .*không phải id/);
    return true;
  });
}
