import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../src/server/api/openapi.ts';
import { API_OPERATIONS } from '../../../src/server/api/operations.ts';
import { SITE_URL, startSearchSite, type SearchSite } from './search-under-test.ts';

let site: SearchSite;
beforeAll(async () => {
  site = await startSearchSite();
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.stop();
});
const json = async (path: string, headers = {}) => {
  const answer = await site.get(path, headers);
  return { ...answer, json: JSON.parse(answer.body.toString('utf8')) };
};

describe('GET /api/search', () => {
  test('answers what was found, what was understood and what could be chosen', async () => {
    const { status, headers, json: found } = await json('/api/search?q=nuoc+mam+4+sao&lang=vi');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json; charset=utf-8', 'public, max-age=0, must-revalidate']);
    expect(found).toMatchObject({ engine: 'embedded', total: 1, understood: { text: 'nuoc mam 4 sao', meanings: [{ kind: 'stars', key: 'stars:4', label: { vi: '4 sao', en: '4 stars' } }] } });
    expect(found.hits).toEqual([{ id: 'nuoc-mam-phu-sang', name: 'Nước mắm Phú Sáng', producer: 'HTX Phú Sáng', commune: 'Xã Thiên Cầm', province: 'Hà Tĩnh', stars: 4, status: 'valid', url: `${SITE_URL}/san-pham/nuoc-mam-phu-sang/`, partial: false, sample: false }]);
    expect(found.facets.stars).toContainEqual({ value: '4', count: 1 });
  });

  test('in English with names and addresses of that language; unknown facts are null', async () => {
    const { json: found } = await json('/api/search?q=honey&lang=en');
    expect(found.hits[0]).toMatchObject({ name: 'Cửa Rào honey', producer: null, commune: null, province: 'Nghe An', stars: null, status: 'unconfirmed', url: `${SITE_URL}/en/products/mat-ong-cua-rao/` });
  });

  test('filters and pages', async () => {
    expect((await json('/api/search?province=ha-tinh')).json.hits.map(({ id }: { id: string }) => id)).toEqual(['nuoc-mam-phu-sang']);
    const { json: second } = await json('/api/search?sort=name&limit=1&page=2');
    expect([second.total, second.hits.length]).toEqual([3, 1]);
  });

  test('is asked for again only when something else would be said', async () => {
    const first = await site.get('/api/search?q=mam');
    const etag = first.headers.etag as string;
    expect((await site.get('/api/search?q=mam', { 'if-none-match': etag })).status).toBe(304);
    const packed = await site.get('/api/search?q=mam', { 'accept-encoding': 'gzip' });
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'cookie, accept-encoding']);
    expect((await site.get('/api/search?q=mam', { 'accept-encoding': 'gzip', 'if-none-match': packed.headers.etag as string })).status).toBe(304);
    expect((await site.get('/api/search?q=mat', { 'if-none-match': etag })).status).toBe(200);
  });

  test.each([
    ['stars=6', 'stars', '6'],
    ['on=2026-02-30', 'on', '2026-02-30'],
    ['near=1000,1', 'near', '1000,1'],
    ['near=95,1', 'near', '95,1'],
    ['limit=0', 'limit', '0'],
    ['limit=101', 'limit', '101'],
    ['page=x', 'page', 'x'],
    ['lang=fr', 'lang', 'fr'],
    ['sort=best', 'sort', 'best'],
    ['sao=4', 'sao', '4'],
    ['province=ha-tinnh', 'province', 'ha-tinnh'],
    ['group=do-an', 'group', 'do-an'],
    ['commune=ha-tinh/khong-co', 'commune', 'ha-tinh/khong-co'],
  ])('%s is refused by name', async (query, field, found) => {
    const { status, headers, json: problem } = await json(`/api/search?q=mam&${query}`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([400, 'application/problem+json; charset=utf-8', 'no-store']);
    expect(problem).toMatchObject({ type: 'urn:ocop:problem:bad-parameters', status: 400, errors: [{ field, found }] });
    expect(problem.detail).toContain(`${field} (${JSON.stringify(found)}): `);
  });

  test('every parameter at fault is named at once, and a long text too', async () => {
    const { json: problem } = await json(`/api/search?q=${'a'.repeat(201)}&stars=9&x=1`);
    expect(problem.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['q', 'stars', 'x']);
  });

  test('takes no other method', async () => {
    const answer = await site.get('/api/search?q=mam', {}, 'DELETE');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

test('alcohol is in no answer before the declaration, and after it in none that a cache may keep', async () => {
  expect((await json('/api/search?q=ruou')).json.hits).toEqual([]);
  expect((await json('/api/search')).json.total).toBe(3);
  const { headers, json: found } = await json('/api/search?q=ruou', { cookie: 'da-khai-bao-tuoi=1' });
  expect(found.hits.map(({ id }: { id: string }) => id)).toEqual(['ruou-sim-ke-go']);
  expect([headers['cache-control'], headers.etag]).toEqual(['private, no-store', undefined]);
  expect((await json('/api/search/suggestions?q=ruou', { cookie: 'da-khai-bao-tuoi=1' })).body.toString()).not.toContain('ke-go');
});

test('suggestions hold products, places and producers', async () => {
  const { json: offered } = await json('/api/search/suggestions?q=phu+sang&limit=8');
  expect(offered.groups[0]).toMatchObject({ kind: 'products', items: [{ href: '/san-pham/nuoc-mam-phu-sang/', standing: '4 sao, đến 15/10/2027' }] });
  expect(offered.groups.find(({ kind }: { kind: string }) => kind === 'producers').items[0].href).toBe('/chu-the/htx-phu-sang/');
  const { json: places } = await json('/api/search/suggestions?q=xa+cam+my&lang=vi');
  expect(JSON.stringify(places.groups)).toContain('/xa/ha-tinh/cam-due/');
  expect((await json('/api/search/suggestions')).json.errors).toEqual([{ field: 'q', detail: expect.stringContaining('missing') }]);
});

describe('one network', () => {
  test('may search often, then waits as long as is said; others do not wait for it', async () => {
    let now = Date.parse('2026-11-28T03:00:00Z');
    const busy = await startSearchSite({ now: () => now });
    const ask = (from: string) => busy.get('/api/search?q=mam&limit=1', { 'x-forwarded-for': from });
    let refused = await ask('203.0.113.7');
    for (let asked = 1; refused.status === 200 && asked < 1_000; asked += 1) refused = await ask('203.0.113.7');
    expect([refused.status, JSON.parse(refused.body.toString()).type]).toEqual([429, 'urn:ocop:problem:too-many']);
    expect((await busy.get('/tim-kiem/?q=mam', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(429);
    expect((await ask('203.0.113.8')).status).toBe(200);
    now += Number(refused.headers['retry-after']) * 1_000;
    expect((await ask('203.0.113.7')).status).toBe(200);
    await busy.stop();
  });

  test('pays once for the first of the results and the whole that follows it', async () => {
    const busy = await startSearchSite({ now: () => Date.parse('2026-11-28T03:00:00Z') });
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const statuses: number[] = [];
    for (let key = 0; statuses.at(-1) !== 429 && key < 1_000; key += 1) {
      for (const headers of [{ ...from, 'x-search-first': '1' }, from]) statuses.push((await busy.get(`/tim-kiem/ket-qua/?q=mam${key}`, headers)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(2 * 240 - 1);
    await busy.stop();
  });
});

test('nothing that can be searched in is told as such', async () => {
  const empty = await startSearchSite({ app: false });
  const answer = await empty.get('/api/search?q=mam');
  expect([answer.status, answer.headers['retry-after'], JSON.parse(answer.body.toString()).status]).toEqual([503, '5', 503]);
  expect((await empty.get('/tim-kiem/?q=mam')).status).toBe(503);
  await empty.stop();
});

describe('/api/openapi.json', () => {
  test('is OpenAPI 3.1 that describes what the doors really answer', async () => {
    const { status, headers, json: document } = await json('/api/openapi.json');
    expect([status, document.openapi, headers['access-control-allow-origin']]).toEqual([200, '3.1.0', '*']);
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument(API_OPERATIONS, { siteUrl: SITE_URL, title: 'Thử' }))));
    const ajv = new Ajv2020({ strict: false });
    for (const [path, query] of [['/api/search', '?q=mam'], ['/api/search/suggestions', '?q=mam']] as const) {
      const { responses, parameters } = document.paths[path].get;
      expect(ajv.validate(responses[200].content['application/json'].schema, (await json(path + query)).json), ajv.errorsText()).toBe(true);
      expect(ajv.validate(document.components.schemas.Problem, (await json(`${path}?q=mam&limit=0`)).json), ajv.errorsText()).toBe(true);
      for (const { name, in: where, schema, description } of parameters) expect([name, where, typeof schema, description.length > 1]).toEqual([name, 'query', 'object', true]);
    }
    expect(document.paths['/api/search'].get.parameters.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['q', 'stars', 'status', 'group', 'province', 'commune', 'kind', 'buyable', 'on', 'near', 'sort', 'page', 'limit', 'lang']));
  });

  test('is fetched again only when the program changed', async () => {
    const { headers } = await site.get('/api/openapi.json');
    expect((await site.get('/api/openapi.json', { 'if-none-match': headers.etag as string })).status).toBe(304);
  });
});
