import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { StatusIndex } from '../../src/domain/status-index.ts';
import { parseStatusIndex, placesOf as placesIn, statusIndexText, STATUS_INDEX_FILE } from '../../src/publish/status-index-file.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';

let contentDir: string;
const placesOf = (catalogue: Catalogue): Promise<StatusIndex> => placesIn(catalogue, contentDir, contentDir);
beforeEach(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'ocop-places-'));
});
afterEach(() => rm(contentDir, { recursive: true, force: true }));

const record = (): Promise<string> => readFile(join(contentDir, STATUS_INDEX_FILE), 'utf8');
const register = (...ids: string[]) => smallCatalogue({ products: ids.map((id) => product(id)) });

test('the first publish writes the record, later ones only add to it', async () => {
  await placesOf(register('b', 'a'));
  expect(await record()).toBe('index,certificate\n0,a--2394\n1,b--2394\n');
  const places = await placesOf(register('b', 'aa', 'c'));
  expect(await record()).toBe('index,certificate\n0,a--2394\n1,b--2394\n2,aa--2394\n3,c--2394\n');
  expect([...places]).toEqual([['a--2394', 0], ['b--2394', 1], ['aa--2394', 2], ['c--2394', 3]]);
});

test('two that add at once give no place twice and lose none', async () => {
  await Promise.all([placesOf(register('b', 'x')), placesOf(register('b', 'a', 'y')), placesOf(register('c'))]);
  const index = parseStatusIndex(await record());
  expect([...index.keys()].sort()).toEqual(['a', 'b', 'c', 'x', 'y'].map((id) => `${id}--2394`));
  expect([...index.values()].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('practice certificates get places at the end and no record', async () => {
  const products = [product('a'), product('mau', { sample: true })];
  const places = await placesOf(smallCatalogue({ products, certificates: [certificate('a'), certificate('mau', { sample: true })] }));
  expect(places.get('mau--2394')).toBe(131_071);
  expect(await record()).toBe('index,certificate\n0,a--2394\n');
});

test('a record that a spreadsheet saved, with other line ends, reads the same', async () => {
  await writeFile(join(contentDir, STATUS_INDEX_FILE), 'index,certificate\r\n7,a--2394\r\n');
  expect((await placesOf(register('a', 'b'))) .get('b--2394')).toBe(8);
});

test.each([
  ['certificate,index\n', 'content/status-index.csv:1: expected "index,certificate"'],
  ['index,certificate\n0,a--1\n0,b--1\n', 'content/status-index.csv:3: the place 0 is given twice'],
  ['index,certificate\n0,a--1\n1,a--1\n', 'content/status-index.csv:3: "a--1" has two places'],
  ['index,certificate\n<<<<<<< HEAD\n', 'content/status-index.csv:2: expected a number, a comma and a certificate\'s id, found "<<<<<<< HEAD"'],
])('a damaged record stops the publish and says where: %j', async (text, message) => {
  await writeFile(join(contentDir, STATUS_INDEX_FILE), text);
  await expect(placesOf(register('a'))) .rejects.toThrow(message);
  expect(await record()).toBe(text);
});

test('what is written reads back', () => {
  const index = new Map([['b--1', 5], ['a--1', 0]]);
  expect(parseStatusIndex(statusIndexText(index))).toEqual(new Map([['a--1', 0], ['b--1', 5]]));
  expect(parseStatusIndex(statusIndexText(new Map()))).toEqual(new Map());
});

test('the record of the project is sound', async () => {
  const known = parseStatusIndex(await readFile(join(import.meta.dirname, '../../content', STATUS_INDEX_FILE), 'utf8'));
  expect(known.size).toBeGreaterThan(250);
});
