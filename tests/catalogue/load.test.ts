import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { formatProblem } from '../../src/domain/problem.ts';

let root: string;
let contentDir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ocop-load-'));
  contentDir = join(root, 'content');
  cpSync('content', contentDir, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = (samples = true) => loadCatalogue({ contentDir, samples, today: '2026-11-21', cacheDir: join(root, 'cache') });

test('the register loads: 295 real products, 34 provinces, 3,321 communes, and samples only when asked for', () => {
  const { catalogue, problems } = load(false);
  expect(problems.map((problem) => formatProblem(problem))).toEqual([]);
  expect(catalogue?.products).toHaveLength(295);
  expect(catalogue?.provinces).toHaveLength(34);
  expect(catalogue?.communes).toHaveLength(3321);
  expect(catalogue?.products.some((product) => product.sample)).toBe(false);
  expect(load(true).catalogue?.products.filter((product) => product.sample)).toHaveLength(24);
});

test('every fault of every file comes at once, and no catalogue with them', () => {
  writeFileSync(join(contentDir, 'products', 'nuoc-mam-phu-sang', 'product.yaml'), 'name: [unclosed\n');
  mkdirSync(join(contentDir, 'products', 'thu'));
  writeFileSync(join(contentDir, 'products', 'thu', 'product.yaml'), 'name: Thử\nnameEn: Trial\ndrawing: rice\nprices: 5\nalcohol: maybe\nsources:\n  - title: thử\n');
  const { catalogue, problems } = load();
  expect(catalogue).toBeUndefined();
  const lines = problems.map((problem) => formatProblem(problem));
  expect(lines).toContainEqual(expect.stringMatching(/^content\/products\/nuoc-mam-phu-sang\/product\.yaml: is not readable YAML: .* \(line \d+, column \d+\)$/));
  expect(lines).toContainEqual('content/products/thu/product.yaml: alcohol is "maybe": Invalid input: expected boolean, received string');
  expect(lines).toContainEqual('content/products/thu/product.yaml: prices has unknown field "prices": remove it or correct its name');
  expect(problems.find((problem) => problem.field === 'alcohol')?.messageVi).toBe('là "maybe": cần kiểu true hoặc false');
});

test('what the cache remembers is what the files say: a changed record is read again', () => {
  const file = join(contentDir, 'products', 'nuoc-mam-phu-sang', 'product.yaml');
  const before = load().catalogue;
  const again = load().catalogue;
  expect(again?.digest('register')).toBe(before?.digest('register'));
  writeFileSync(file, 'name: Nước mắm Phú Sáng mới\nnameEn: New Phú Sáng fish sauce\ndrawing: fish-sauce\ngroup: thuc-pham\ngroupBasis: inferred\nsources:\n  - title: thử\n');
  const after = load().catalogue;
  expect(after?.product('nuoc-mam-phu-sang')?.name).toBe('Nước mắm Phú Sáng mới');
  expect(after?.digest('product:nuoc-mam-phu-sang')).not.toBe(before?.digest('product:nuoc-mam-phu-sang'));
  expect(after?.digest('product:gao-xuyen-huong')).toBe(before?.digest('product:gao-xuyen-huong'));
});

test('a damaged cache costs time, nothing else', () => {
  load();
  writeFileSync(join(root, 'cache', 'records-practice.v8'), 'garbage');
  expect(load().catalogue?.products).toHaveLength(319);
});

test('a renamed product leaves its address behind', () => {
  mkdirSync(join(contentDir, 'products', 'ten-cu'));
  writeFileSync(join(contentDir, 'products', 'ten-cu', 'product.yaml'), 'moved: nuoc-mam-phu-sang\n');
  const { catalogue, problems } = load();
  expect(problems.map((problem) => formatProblem(problem))).toEqual([]);
  expect(catalogue?.moved.products).toEqual([{ id: 'ten-cu', to: ['nuoc-mam-phu-sang'] }]);
});
