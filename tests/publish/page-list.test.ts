import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { isHtmlPage, type HtmlPage } from '../../src/publish/page.ts';
import { redirectsOf } from '../../src/publish/redirects.ts';
import { product, smallCatalogue } from './small-catalogue.ts';

const catalogue = smallCatalogue({ products: [product('a'), product('ruou', { alcohol: true }), product('mau', { sample: true })] });
const pages = pagesOf(catalogue);
const html = pages.filter(isHtmlPage);
const page = (path: string): HtmlPage | undefined => html.find((candidate) => candidate.path === path);

test('every kind of page stands once in each language', () => {
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/', '/en/', '/san-pham/', '/en/products/', '/san-pham/a/', '/en/products/a/', '/chu-the/', '/chu-the/phu-sang/', '/tinh/', '/tinh/ha-tinh/',
      '/xa/ha-tinh/thien-cam/', '/en/communes/ha-tinh/thien-cam/', '/nhom/', '/nhom/thuc-pham/', '/hang-sao/', '/hang-sao/3/', '/hang-sao/4/', '/en/stars/5/',
      '/quyet-dinh/', '/quyet-dinh/2394-qd-ubnd/', '/chung-nhan/a--2394/', '/en/certificates/a--2394/', '/huong-dan/', '/404/', '/en/404/',
      '/data/catalogue.json', '/data/products.csv', '/sitemap-index.xml', '/sitemap-1.xml', '/robots.txt', '/.well-known/security.txt',
    ]),
  );
  expect(html.filter(({ language }) => language === 'vi')).toHaveLength(html.filter(({ language }) => language === 'en').length);
});

test('alcohol and practice goods are published but not indexed, certificates included', () => {
  for (const path of ['/san-pham/ruou/', '/en/products/ruou/', '/chung-nhan/ruou--2394/', '/san-pham/mau/', '/404/']) {
    expect(page(path)?.indexed, path).toBe(false);
  }
  for (const path of ['/san-pham/a/', '/chung-nhan/a--2394/', '/quyet-dinh/2394-qd-ubnd/', '/chu-the/phu-sang/']) {
    expect(page(path)?.indexed, path).toBe(true);
  }
});

test('a product page depends on its product and the few beside it, never on a whole group', () => {
  const { inputs } = pagesOf(smallCatalogue({ products: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o'].map((id) => product(id)) })).find(({ path }) => path === '/san-pham/a/') ?? { inputs: [] };
  expect(inputs).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k', 'l', 'm', 'n'].map((id) => `product:${id}`));
});

test('a certificate page depends on its product and on how decisions are named, not on what else they grant', () => {
  expect(page('/chung-nhan/a--2394/')?.inputs).toEqual(['product:a', 'decision-name:2394-qd-ubnd', 'signing-key']);
});

describe('moved records', () => {
  const redirects = redirectsOf(
    smallCatalogue({
      moved: {
        products: [
          { id: 'a1', to: ['a2'] },
          { id: 'a2', to: ['a'] },
          { id: 'tach', to: ['a', 'b'] },
          { id: 'vong', to: ['tron'] },
          { id: 'tron', to: ['vong'] },
        ],
        producers: [{ id: 'thc', to: ['htx'] }],
        decisions: [{ id: 'qd-cu', to: ['qd'] }],
      },
    }),
  );

  test.each([
    ['/san-pham/a1/', '/san-pham/a/'],
    ['/en/products/a2/', '/en/products/a/'],
    ['/san-pham/tach/', '/san-pham/'],
    ['/san-pham/vong/', '/san-pham/'],
    ['/chu-the/thc/', '/chu-the/htx/'],
    ['/en/decisions/qd-cu/', '/en/decisions/qd/'],
  ])('%s leads to %s', (from, to) => {
    expect(redirects.get(from)).toBe(to);
  });
});
