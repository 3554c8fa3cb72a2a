import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { returnAddress } from '../../../src/server/search/declaration.ts';
import { searchHelp } from '../../../src/server/search/search-help.ts';
import type { SearchOutcome } from '../../../src/search/search-outcome.ts';
import { openSearchService } from '../../../src/server/search/search-service.ts';
import { searchedCatalogue, startSearchSite, type SearchSite } from './search-under-test.ts';

let site: SearchSite;
beforeAll(async () => {
  site = await startSearchSite();
});
beforeEach(() => void site.searched.splice(0));
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.stop();
});
const shown = async (path: string, headers = {}) => JSON.parse((await site.get(path, headers)).body.toString('utf8'));
const idsOf = ({ outcome }: { outcome: { answer: { hits: { id: string }[] } } }) => outcome.answer.hits.map(({ id }) => id);
const openedSearch = () => {
  const service = openSearchService({ onError: (error) => { throw error; } });
  service.take({ catalogue: searchedCatalogue(), asOf: '2026-11-28' });
  return service;
};
const DECLARED = { cookie: 'x=y; da-khai-bao-tuoi=1' };

describe('the page of results', () => {
  test('is made on demand for a query, stays out of search engines, and is the published one without', async () => {
    const answer = await site.get('/tim-kiem/?q=mam');
    expect([answer.status, answer.headers['x-robots-tag'], answer.headers['cache-control'], answer.headers.vary]).toEqual([200, 'noindex, follow', 'no-cache', 'cookie, accept-encoding']);
    expect(idsOf(await shown('/tim-kiem/?q=mam&tinh=ha-tinh'))).toEqual(['nuoc-mam-phu-sang']);
    expect((await site.get('/tim-kiem/')).headers['x-robots-tag']).toBeUndefined();
    expect((await site.get('/tim-kiem?q=mam')).headers.location).toBe('/tim-kiem/?q=mam');
  });

  test('gives the region of results alone while somebody types, and nothing where nothing is asked', async () => {
    expect(await shown('/tim-kiem/ket-qua/?q=mam')).toMatchObject({ path: '/tim-kiem/ket-qua/', parameters: { text: 'mam' } });
    expect((await shown('/en/search/results/?q=mam')).path).toBe('/en/search/results/');
    expect((await site.get('/tim-kiem/ket-qua/?q=')).status).toBe(204);
  });

  test('a phone gets the first of it, then the whole without a second search; what is meant is searched anew, with alcohol nothing is kept', async () => {
    const { search } = openedSearch();
    let asked = 0;
    const counted = await startSearchSite({ search: (ask, signal) => ((asked += 1), search(ask, signal)) });
    const part = async (headers: Record<string, string>, text = 'mam<!--sau-->rest<!--/sau-->') => counted.get(`/tim-kiem/ket-qua/?q=${encodeURIComponent(text)}`, headers);
    const first = await part({ 'x-search-first': '1' });
    expect(first.headers.vary).toBe('cookie, x-search-first, accept-encoding');
    expect(first.body.toString()).toContain('mam<template data-later></template>');
    expect(first.body.toString()).not.toContain('<!--sau-->rest');
    const searches = asked;
    expect((await part({})).body.toString()).toContain('<!--sau-->rest');
    expect(asked).toBe(searches);
    await part({});
    expect(asked).toBeGreaterThan(searches);
    await part({ 'x-search-first': '1' });
    const beforeMeant = asked;
    await part({ 'x-search-meant': '1' });
    expect(asked).toBeGreaterThan(beforeMeant);
    await part({ 'x-search-first': '1', ...DECLARED }, 'ruou sim');
    const beforeWhole = asked;
    expect((await part(DECLARED, 'ruou sim')).headers['cache-control']).toBe('private, no-store');
    expect(asked).toBeGreaterThan(beforeWhole);
    expect(JSON.parse((await part({}, 'ruou sim')).body.toString()).outcome.answer.hits).toEqual([]);
    expect(counted.faults).toEqual([]);
    await counted.stop();
  });

  test('what cannot be read is named, and the rest is searched', async () => {
    expect(await shown('/tim-kiem/?q=mam&sao=7')).toMatchObject({ problems: [{ field: 'stars', name: 'sao', found: '7' }], outcome: { answer: { total: 2 } } });
  });

  test('helps where nothing was found: nearest words, fewer conditions, neighbours', async () => {
    const { outcome } = await shown('/tim-kiem/?q=nuoc+mamx&sao=5&tinh=ha-tinh');
    expect(outcome.help.communes).toEqual([{ slug: 'ha-tinh/thien-cam', km: expect.any(Number), total: 1 }]);
    const { outcome: fewer } = await shown('/tim-kiem/?q=mam&sao=5');
    expect(fewer.help.without).toEqual([{ drop: { field: 'stars' }, total: 2 }]);
  });

  test('words that no product has are changed for the nearest ones, the others stay as they are', async () => {
    const word = (marked: string) => ({ marked, folded: marked, isPrefix: false, alternatives: [] });
    const outcome: SearchOutcome = { engine: 'embedded', filters: {}, sort: 'relevance', answer: { total: 0, hits: [], facets: {} }, understood: { text: '', words: ['muoc', 'mắm', 'xyzzy'].map(word), hasMarks: true, meanings: [] } };
    const ask = { parameters: { text: 'muoc mắm xyzzy', filters: {}, page: 1, ignored: [] }, limit: 24, asOf: '2026-11-28', facets: [], alcohol: false };
    expect(await searchHelp(searchedCatalogue(), outcome, ask, async () => outcome)).toEqual({ corrected: 'nước mắm xyzzy', without: [], communes: [] });
    expect((await searchHelp(searchedCatalogue(), { ...outcome, understood: { ...outcome.understood, words: [word('ruou')] } }, ask, async () => outcome)).corrected).toBeUndefined();
  });
});

describe('searches in vain', () => {
  test('are told once they are meant, never while somebody types, never twice for the next page', async () => {
    await site.get('/tim-kiem/?q=zzzz', { 'x-forwarded-for': '203.0.113.9' });
    expect(site.searched).toEqual([{ text: 'zzzz', foundNothing: true, address: '203.0.113.9' }]);
    await site.get('/tim-kiem/ket-qua/?q=zzzz');
    await site.get('/tim-kiem/?q=zzzz&trang=2');
    expect(site.searched).toHaveLength(1);
    await site.get('/tim-kiem/ket-qua/?q=mam', { 'x-search-meant': '1' });
    expect(site.searched[1]).toMatchObject({ text: 'mam', foundNothing: false });
    await site.get('/tim-kiem/?q=ruou');
    expect(site.searched).toHaveLength(2);
  });
});

describe('alcohol', () => {
  const GOOD = { 'ho-ten': 'Nguyễn Văn Mẫu', 'ngay-sinh': '1990-05-01', ve: '/tim-kiem/?q=ruou' };

  test('shows only after name and age were sent from this site, and then in no cache', async () => {
    expect(idsOf(await shown('/tim-kiem/?q=ruou'))).toEqual([]);
    const declared = await site.post('/tim-kiem/khai-bao/', GOOD);
    expect([declared.status, declared.headers.location, declared.headers['cache-control']]).toEqual([303, '/tim-kiem/?q=ruou', 'no-store']);
    expect(declared.headers['set-cookie']).toEqual(['da-khai-bao-tuoi=1; Path=/; HttpOnly; SameSite=Lax']);
    const answer = await site.get('/tim-kiem/?q=ruou', DECLARED);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(JSON.parse(answer.body.toString()).declaration.made).toBe(true);
    expect(idsOf(JSON.parse(answer.body.toString()))).toEqual(['ruou-sim-ke-go']);
    expect((await site.get('/tim-kiem/ket-qua/?q=mam', DECLARED)).headers['cache-control']).toBe('private, no-store');
  });

  test.each([
    ['no name', { 'ho-ten': ' ' }, ['name']],
    ['a day that does not exist', { 'ngay-sinh': '1990-02-30' }, ['born']],
    ['a day to come', { 'ngay-sinh': '2030-01-01' }, ['born']],
    ['seventeen years and all days but one', { 'ngay-sinh': '2008-11-29' }, ['young']],
    ['nothing at all', { 'ho-ten': '', 'ngay-sinh': '' }, ['name', 'born']],
  ])('%s opens nothing, and what was typed comes back', async (_, fields, problems) => {
    const answer = await site.post('/tim-kiem/khai-bao/', { ...GOOD, ...(fields as Record<string, string>) });
    expect([answer.status, answer.headers['set-cookie'], answer.headers['cache-control']]).toEqual([422, undefined, 'no-store']);
    const page = JSON.parse(answer.body.toString());
    expect([page.declaration.problems, page.parameters.text]).toEqual([problems, 'ruou']);
    expect(idsOf(page)).toEqual([]);
  });

  test('the eighteenth birthday is old enough', async () => {
    expect((await site.post('/en/search/declaration/', { ...GOOD, 'ngay-sinh': '2008-11-28', ve: '/en/search/' })).headers.location).toBe('/en/search/?q=');
  });

  test('no link and no other site opens it', async () => {
    expect((await site.get('/tim-kiem/khai-bao/?ho-ten=A+B&ngay-sinh=1990-05-01')).headers['set-cookie']).toBeUndefined();
    const foreign = await site.post('/tim-kiem/khai-bao/', GOOD, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.headers['set-cookie']]).toEqual([403, undefined]);
  });

  test('the declaration can be taken back', async () => {
    const answer = await site.post('/tim-kiem/khai-bao/', { rut: '1', ve: '/tim-kiem/?q=ruou' }, DECLARED);
    expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([303, '/tim-kiem/?q=ruou', ['da-khai-bao-tuoi=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']]);
  });

  test.each([
    ['//evil.example/', '/tim-kiem/?q='],
    ['https://evil.example/tim-kiem/', '/tim-kiem/?q='],
    ['/tim-kiem/?q=a\r\nset-cookie: x', '/tim-kiem/?q='],
    ['/quan-ly/', '/tim-kiem/?q='],
    ['/tim-kiem/?q=r%C6%B0%E1%BB%A3u&sao=4', '/tim-kiem/?q=r%C6%B0%E1%BB%A3u&sao=4'],
    ['/tim-kiem/?q=%ZZ', '/tim-kiem/'],
  ])('it leads back to %s as %s', (ve, address) => {
    expect(returnAddress(new URLSearchParams({ ve }), 'vi')).toBe(address);
  });
});
