import { stderr } from 'node:process';
import { expect, test } from 'vitest';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { understand } from '../../src/search/understand.ts';
import { judgedQueries } from './judged-queries.ts';
import { judge, relevanceByKind, relevanceOf, type Judgement, type Relevance } from './measure-relevance.ts';
import { NO_MEILISEARCH, openOwnMeilisearch } from './own-meilisearch.ts';
import { DAY, openRealRegister } from './real-register.ts';

const FLOORS = { recall: 0.95, mrr: 0.95, success: 0.98 };
const FLOOR_OF_A_KIND = 0.85;
const register = openRealRegister();
const queries = judgedQueries();

test('the judged set is large, of many kinds, and judges only products that are there', () => {
  expect(queries.length).toBeGreaterThanOrEqual(150);
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  const aside = queries.filter((query) => query.aside).length / queries.length;
  expect(aside).toBeGreaterThan(0.15);
  expect(aside).toBeLessThan(0.27);
  for (const { query, relevant, declared } of queries) {
    expect(relevant, query).not.toEqual([]);
    for (const id of relevant) {
      const product = register.catalogue.product(id);
      expect(product, `${query}: ${id}`).toBeDefined();
      expect(product?.alcohol === true && !declared, `${query}: ${id} is alcohol`).toBe(false);
    }
  }
});

test('the embedded engine finds what people look for', async () => {
  const judgements = await judge(register.engine, register.engine.words, register.catalogue, queries, DAY);
  expect(below(judgements), worst(judgements)).toEqual([]);
});

test('among goods that fit as well, those whose star is held stand first', async () => {
  const { engine, catalogue, documents } = register;
  const understood = understand('nước mắm', { words: engine.words, places: catalogue.placeIndex, groups: catalogue.groups });
  const { hits } = await engine.search({ understood, filters: {}, sort: 'relevance', page: 1, limit: 10, asOf: DAY, facets: [], alcohol: false });
  const [wholeName, ...others] = hits.map(({ id }) => documents.find((document) => document.id === id) as SearchDocument);
  expect(wholeName?.name).toBe('Nước mắm');
  const held = others.map(({ validUntil }) => validUntil !== undefined && validUntil >= DAY);
  expect(held.filter(Boolean).length).toBeGreaterThan(1);
  expect(held).toEqual(held.toSorted((a, b) => Number(b) - Number(a)));
});

const meilisearch = await openOwnMeilisearch(register.documents, DAY);
if (meilisearch === undefined) stderr.write(`${NO_MEILISEARCH}\n`);

test.skipIf(meilisearch === undefined)('Meilisearch finds what people look for', async () => {
  try {
    const engine = meilisearch?.engine as NonNullable<typeof meilisearch>['engine'];
    const judgements = await judge(engine, register.engine.words, register.catalogue, queries, DAY);
    expect(below(judgements), worst(judgements)).toEqual([]);
  } finally {
    await meilisearch?.close();
  }
});

/** What lies under its floor, in words. */
function below(judgements: readonly Judgement[]): string[] {
  const all = relevanceOf(judgements);
  const measures = ['recall', 'mrr', 'success'] as const;
  return [
    ...measures.filter((measure) => all[measure] < FLOORS[measure]).map((measure) => `${measure} ${all[measure].toFixed(3)}`),
    ...[...relevanceByKind(judgements)].flatMap(([kind, relevance]: [string, Relevance]) => measures.filter((measure) => relevance[measure] < FLOOR_OF_A_KIND).map((measure) => `${kind}: ${measure} ${relevance[measure].toFixed(3)}`)),
  ];
}

function worst(judgements: readonly Judgement[]): string {
  return judgements.filter(({ recall }) => recall < 0.5).map(({ judged }) => `${judged.kind}: "${judged.query}"`).join(', ');
}
