import { expect, test } from 'vitest';
import { isHtmlPage } from '../../src/publish/page.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { redirectsOf } from '../../src/publish/redirects.ts';
import { product, smallCatalogue } from './small-catalogue.ts';

const catalogue = smallCatalogue({
  products: [product('mat-ong-rung'), product('mat-ong-nha')],
  moved: {
    products: [
      { id: 'mat-ong', to: ['mat-ong-rung', 'mat-ong-nha'] },
      { id: 'mat-ong-cu', to: ['mat-ong'] },
      { id: 'rung', to: ['mat-ong-rung'] },
    ],
  },
});
const page = (path: string) => pagesOf(catalogue).filter(isHtmlPage).find((candidate) => candidate.path === path);

test.each(['/san-pham/mat-ong/', '/en/products/mat-ong/', '/san-pham/mat-ong-cu/'])('%s is a page of its own, not a redirect and not indexed', (path) => {
  expect(page(path)).toMatchObject({ kind: 'product', indexed: false });
  expect(redirectsOf(catalogue).has(path)).toBe(false);
});

test('a split page is made again when one of its candidates changes', () => {
  expect(page('/san-pham/mat-ong/')?.inputs).toEqual(expect.arrayContaining(['product:mat-ong-rung', 'product:mat-ong-nha']));
});

test('a renamed product stays a redirect', () => {
  expect(page('/san-pham/rung/')).toBeUndefined();
  expect(redirectsOf(catalogue).get('/san-pham/rung/')).toBe('/san-pham/mat-ong-rung/');
});
