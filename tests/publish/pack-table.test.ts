import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { partCount, partNames, partOf, type PackRow } from '../../src/domain/pack-table.ts';
import { packTable, packTables } from '../../src/publish/feeds/pack-table.ts';
import { packTableIndex } from '../../src/publish/feeds/pack-table-index.ts';
import { packTablePath } from '../../src/paths.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';

const AS_OF = '2026-11-22';
const rowsOf = (text: string): PackRow[] => (JSON.parse(text) as { packs: PackRow[] }).packs;
const gtinOf = (n: number): string => String(9_524_000_000_000 + n);
const goods = (n: number) => product(`hang-${n}`, { name: `Hàng thứ ${n}`, packs: [{ sku: `h-${n}`, label: 'Gói', gtin: gtinOf(n), coveredByDecision: 'yes' }] });

/** As a phone looks it up. */
function lookUp(catalogue: ReturnType<typeof smallCatalogue>, code: string): PackRow | undefined {
  const count = Object.keys(packTableIndex({ catalogue, asOf: AS_OF }).parts).length;
  return rowsOf(packTable({ catalogue, asOf: AS_OF }, packTablePath(partOf(code, count)))).find((row) => row.code === code);
}

test('a pack is found by each of its codes, with the days that decide its star', () => {
  const mam = product('mam', { name: 'Nước mắm', sample: true, packs: [{ sku: 'm', label: 'Chai', gtin: '9524000000101', traceCode: '0S4GG9R83C', coveredByDecision: 'yes' }] });
  const catalogue = smallCatalogue({ products: [mam] });
  const row = { name: 'Nước mắm', stars: 4, term: { grantedOn: '2024-10-15', validUntil: '2027-10-15' }, sample: true };
  expect(lookUp(catalogue, '09524000000101')).toEqual({ code: '09524000000101', ...row });
  expect(lookUp(catalogue, '0S4GG9R83C')).toEqual({ code: '0S4GG9R83C', ...row });
  expect(lookUp(catalogue, '09524000000118')).toBeUndefined();
});

test('a revoked star says so, and a pack without star has neither', () => {
  const [a, b] = [goods(1), goods(2)];
  const catalogue = smallCatalogue({ products: [a, b], certificates: [certificate('hang-1', { revokedOn: '2026-05-01' })] });
  expect(lookUp(catalogue, gtinOf(1).padStart(14, '0'))?.term).toMatchObject({ revokedOn: '2026-05-01' });
  expect(lookUp(catalogue, gtinOf(2).padStart(14, '0'))).toEqual({ code: gtinOf(2).padStart(14, '0'), name: 'Hàng thứ 2' });
});

test('packs without a code are not in it, and an empty table has its one part', () => {
  const catalogue = smallCatalogue({ products: [product('x', { packs: [{ sku: 'x', label: 'Gói', coveredByDecision: 'yes' }] })] });
  expect(packTableIndex({ catalogue, asOf: AS_OF })).toMatchObject({ packs: 0, parts: { '1-00': expect.any(String) } });
  expect(() => packTable({ catalogue, asOf: AS_OF }, packTablePath('2-00'))).toThrow('/data/packs/2-00.json is no part');
});

test('no row holds a price, a producer or anything else than name and star', () => {
  const priced = product('p', { packs: [{ sku: 'p', label: 'Gói', gtin: gtinOf(7), priceDong: 120_000, coveredByDecision: 'yes' }] });
  const text = [...packTables(smallCatalogue({ products: [priced] }), AS_OF).values()].join('');
  expect(Object.keys(rowsOf(text)[0] ?? {})).toEqual(['code', 'name', 'stars', 'term']);
});

describe('the parts', () => {
  test('every code has exactly one, whose name is among them', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 100_000 }), (code, packs) => {
        const count = partCount(packs);
        expect(partNames(count)).toContain(partOf(code, count));
        expect(new Set(partNames(count)).size).toBe(count);
      }),
    );
  });

  test('a change touches the digest of its own part only', () => {
    const products = Array.from({ length: 1_000 }, (_, n) => goods(n));
    const before = packTableIndex({ catalogue: smallCatalogue({ products }), asOf: AS_OF });
    const renamed = products.map((one, n) => (n === 7 ? { ...one, name: 'Tên khác' } : one));
    const after = packTableIndex({ catalogue: smallCatalogue({ products: renamed }), asOf: AS_OF });
    const changed = Object.keys(after.parts).filter((part) => after.parts[part] !== before.parts[part]);
    expect(changed).toEqual([partOf(gtinOf(7).padStart(14, '0'), partCount(1_000))]);
  });

  test('twenty thousand packs lie evenly in parts that a poor network carries', () => {
    const products = Array.from({ length: 20_000 }, (_, n) => goods(n));
    const certificates = products.map(({ id }, n) => certificate(id, { id: `${id}--1`, grantedOn: `2024-0${1 + (n % 9)}-1${n % 10}`, validUntil: `2027-0${1 + (n % 9)}-1${n % 10}` }));
    const byProduct = new Map(certificates.map((one) => [one.productId, [one]]));
    const catalogue = { products, certificatesOf: (id: string) => byProduct.get(id) ?? [] };
    const parts = [...packTables(catalogue, AS_OF).values()];
    const sizes = parts.map((text) => rowsOf(text).length);
    expect(parts).toHaveLength(64);
    expect(Math.min(...sizes)).toBeGreaterThan(200);
    expect(Math.max(...sizes)).toBeLessThan(420);
    expect(Math.max(...parts.map((text) => gzipSync(text).length))).toBeLessThan(10_240);
  });
});
