import { beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { relatedProducts, type RelatedProducts } from '../../src/catalogue/related-products.ts';
import type { Product } from '../../src/domain/product.ts';

let catalogue: Catalogue;
beforeAll(() => {
  catalogue = loadCatalogue({ contentDir: 'content', samples: true, today: '2026-11-21' }).catalogue as Catalogue;
});

const all = ({ sameProducer, samePlace, sameGroup }: RelatedProducts): Product[] => [...sameProducer, ...samePlace, ...sameGroup];

test('no product is related to itself, none stands twice, alcohol stands nowhere, samples only beside samples', () => {
  for (const product of catalogue.products) {
    const related = all(relatedProducts(catalogue, product));
    const ids = related.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(product.id);
    expect(related.filter((other) => other.alcohol || other.sample !== product.sample)).toEqual([]);
  }
});

test('one product is shown on few other pages, however large its group', () => {
  const shownOn = new Map<string, number>();
  for (const product of catalogue.products) {
    for (const { id } of all(relatedProducts(catalogue, product))) shownOn.set(id, (shownOn.get(id) ?? 0) + 1);
  }
  expect(Math.max(...shownOn.values())).toBeLessThanOrEqual(40);
});

test('goods of the same commune come before goods of the same province', () => {
  const product = catalogue.product('nuoc-mam-thu-hung') as Product;
  const commune = catalogue.placeOf(product.id);
  const { samePlace } = relatedProducts(catalogue, product);
  const inCommune = samePlace.map(({ id }) => {
    const place = catalogue.placeOf(id);
    return commune.kind === 'commune' && place.kind === 'commune' && place.commune.code === commune.commune.code;
  });
  expect(inCommune).toEqual([...inCommune].sort((a, b) => Number(b) - Number(a)));
  expect(inCommune[0]).toBe(true);
});
