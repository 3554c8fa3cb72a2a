import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { EngineUnavailable, type EngineAnswer, type SearchEngine } from '../../../src/search/engine.ts';
import type { IndexSource } from '../../../src/search/meilisearch/index-source.ts';
import { openMeilisearchFront } from '../../../src/server/search/meilisearch-front.ts';
import { plainQuery } from '../../search/meilisearch/ask.ts';
import { DAY, SAMPLE_PRODUCTS } from '../../search/meilisearch/sample-products.ts';

const ANSWER: EngineAnswer = { total: 1, hits: [{ id: 'keo-dua', partial: false }], facets: {} };
const REPORT = { loaded: false, sent: 0, deleted: 0 };
const QUERY = plainQuery('kẹo');
const SOURCE: IndexSource = { documents: SAMPLE_PRODUCTS, asOf: DAY };

function openFront(options: { publish?: (source: IndexSource) => Promise<void>; search?: SearchEngine['search'] } = {}) {
  const [told, pauses, published]: [string[], { ms: number; work: () => void }[], IndexSource[]] = [[], [], []];
  const front = openMeilisearchFront({
    publish: async (source) => {
      published.push(source);
      await options.publish?.(source);
      return { engine: { name: 'meilisearch', search: options.search ?? (async () => ANSWER) }, report: REPORT };
    },
    timers: { after: (ms, work) => (pauses.push({ ms, work }), () => undefined) },
    answerTimeoutMs: 20,
    onReady: () => undefined,
    onError: (error, what) => told.push(`${what}: ${(error as Error).message}`),
  });
  return { front, told, pauses, published };
}

const givesUp: SearchEngine['search'] = (_, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new EngineUnavailable('no answer'))));

/** Nothing here waits for more than promises. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

test('nothing is asked before the index holds what is served', async () => {
  let letGo = (): void => undefined;
  const { front } = openFront({ publish: () => new Promise((resolve) => (letGo = resolve)) });
  expect(await front.ask(QUERY, SOURCE)).toBeUndefined();
  front.follow(SOURCE);
  expect(await front.ask(QUERY, SOURCE)).toBeUndefined();
  letGo();
  await settled();
  expect(await front.ask(QUERY, SOURCE)).toEqual(ANSWER);
  expect(await front.ask(QUERY, { ...SOURCE })).toBeUndefined();
});

test('of several publishes in a row the last is followed, one after the other', async () => {
  const gates: (() => void)[] = [];
  const { front, published } = openFront({ publish: () => new Promise((resolve) => void gates.push(resolve)) });
  const states = [SOURCE, { ...SOURCE }, { ...SOURCE }] as const;
  for (const state of states) front.follow(state);
  expect(published).toEqual([states[0]]);
  gates[0]?.();
  await settled();
  expect(published).toHaveLength(2);
  expect(published[1]).toBe(states[2]);
  expect(await front.ask(QUERY, states[2])).toBeUndefined();
  gates[1]?.();
  await settled();
  expect(await front.ask(QUERY, states[2])).toEqual(ANSWER);
});

test('what changed while it was being answered is left to the other engine', async () => {
  let letGo = (): void => undefined;
  const { front } = openFront({ search: () => new Promise((resolve) => (letGo = () => resolve(ANSWER))) });
  front.follow(SOURCE);
  await settled();
  const asked = front.ask(QUERY, SOURCE);
  front.follow({ ...SOURCE });
  letGo();
  expect(await asked).toBeUndefined();
});

test('a silent Meilisearch is given up for everybody, told once, and tried again with growing pauses', async () => {
  let fails = false;
  const { front, told, pauses, published } = openFront({
    publish: async () => {
      if (fails) throw new EngineUnavailable('still away');
    },
    search: givesUp,
  });
  front.follow(SOURCE);
  await settled();
  expect(await Promise.all([front.ask(QUERY, SOURCE), front.ask(QUERY, SOURCE), front.ask(QUERY, SOURCE)])).toEqual([undefined, undefined, undefined]);
  expect(told.splice(0)).toEqual(['Meilisearch does not answer; the embedded engine does: no answer']);
  fails = true;
  for (let tries = 0; tries < 8; tries += 1) {
    pauses.at(-1)?.work();
    await settled();
  }
  expect(pauses.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(published.every((source) => source === SOURCE)).toBe(true);
});

test('one that answers its tries and no visitor is not tried every second for ever', async () => {
  const { front, pauses } = openFront({ search: givesUp });
  front.follow(SOURCE);
  await settled();
  for (let tries = 0; tries < 3; tries += 1) {
    await front.ask(QUERY, SOURCE);
    pauses.at(-1)?.work();
    await settled();
  }
  expect(pauses.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000]);
});

test('a visitor who leaves does not count against Meilisearch', async () => {
  const { front, told } = openFront({ search: givesUp });
  front.follow(SOURCE);
  await settled();
  const leaving = new AbortController();
  const asked = front.ask(QUERY, SOURCE, leaving.signal);
  leaving.abort(new Error('left'));
  await expect(asked).rejects.toThrow('left');
  expect(told).toEqual([]);
});

test('a day on which a star changes is not answered from the statuses of a day before', async () => {
  const { front } = openFront();
  front.follow(SOURCE);
  await settled();
  expect(await front.ask(plainQuery('kẹo', { asOf: '2026-11-29' }), SOURCE)).toEqual(ANSWER);
  expect(await front.ask(plainQuery('kẹo', { asOf: '2026-11-27' }), SOURCE)).toBeUndefined();
  expect(await front.ask(plainQuery('kẹo', { asOf: '2028-06-02' }), SOURCE)).toBeUndefined();
});

test('once closed, nothing is asked or tried', async () => {
  const { front, published } = openFront();
  front.follow(SOURCE);
  await settled();
  front.close();
  expect(await front.ask(QUERY, SOURCE)).toBeUndefined();
  front.follow({ ...SOURCE });
  expect(published).toHaveLength(1);
});
