import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterPath, readFilter } from '../../src/page-data/product-filter.ts';
import { productListPage, PRODUCTS_PER_PAGE } from '../../src/page-data/product-list-page.ts';
import { decision, registerView } from './register-view.ts';

const view = registerView({
  producers: { 'htx-a': { name: 'HTX Ánh Dương' } },
  products: {
    'nuoc-mam': { name: 'Nước mắm Biển', producer: 'htx-a', group: 'thuc-pham', place: { commune: 'Thiên Cầm', province: 'Hà Tĩnh' } },
    'mat-ong': { name: 'Mật ong Rừng', place: { province: 'Điện Biên' } },
    'ruou-sim': { name: 'Rượu sim Biển', producer: 'htx-a', group: 'do-uong', alcohol: true },
    mau: { name: 'Nước mắm Mẫu', sample: true },
  },
  decisions: { d1: decision('2024-10-15', { 'nuoc-mam': 4, 'ruou-sim': 3 }), d2: decision('2021-01-01', { 'mat-ong': 3 }), d3: decision('2026-01-01', { mau: 5 }, { sample: true }) },
});

const names = (query: string, language: 'vi' | 'en' = 'vi'): string[] =>
  productListPage(view, language, new URLSearchParams(query)).products.map((product) => product.id);

test('held stars come first, samples last, alcohol never', () => {
  expect(names('')).toEqual(['nuoc-mam', 'mat-ong', 'mau']);
  expect(names('ten=ruou')).toEqual([]);
  expect(names('nhom=do-uong')).toEqual([]);
});

test('the count is of real goods; practice goods are counted apart', () => {
  const list = productListPage(view, 'vi', new URLSearchParams());
  expect([list.count, list.sampleCount]).toEqual([2, 1]);
});

test('names are found without marks, in any order, by producer too', () => {
  expect(names('ten=bien nuoc')).toEqual(['nuoc-mam']);
  expect(names('ten=anh+duong')).toEqual(['nuoc-mam']);
  expect(names('ten=NƯỚC MẮM BIỂN'.normalize('NFD'))).toEqual(['nuoc-mam']);
});

test('each filter narrows, in the words of the language of the page', () => {
  expect(names('hieu-luc=held')).toEqual(['nuoc-mam', 'mau']);
  expect(names('hieu-luc=expired')).toEqual(['mat-ong']);
  expect(names('sao=4')).toEqual(['nuoc-mam']);
  expect(names('tinh=dien-bien')).toEqual(['mat-ong']);
  expect(names('stars=4&status=held', 'en')).toEqual(['nuoc-mam']);
});

test('"still valid on my day of delivery" looks at that day, the last one included', () => {
  expect(names('ngay=2027-10-15')).toContain('nuoc-mam');
  expect(names('ngay=2027-10-16')).not.toContain('nuoc-mam');
  expect(names('ngay=2023-12-31')).toEqual(['mat-ong']);
});

test('unknown values are dropped, a day that does not exist is named', () => {
  expect(names('sao=7&nhom=xe-hoi&tinh=atlantis&hieu-luc=toi')).toEqual(['nuoc-mam', 'mat-ong', 'mau']);
  expect(productListPage(view, 'vi', new URLSearchParams('ngay=2026-02-30')).badDate).toBe('2026-02-30');
});

test('a name without a letter or a digit is no condition, so none is shown as one', () => {
  for (const name of ['%', '🐟', '...']) {
    const list = productListPage(view, 'vi', new URLSearchParams({ ten: name }));
    expect([list.active, list.count]).toEqual([[], 2]);
  }
});

test('a chip drops its own condition and keeps the others', () => {
  const list = productListPage(view, 'vi', new URLSearchParams('sao=4&ten=mắm&trang=3'));
  expect(list.active.map(({ without }) => without)).toEqual(['/san-pham/?sao=4', `/san-pham/?ten=${encodeURIComponent('mắm')}`]);
  expect(list.head.noindex).toBe(true);
});

test('pages hold 24 goods; one beyond the end shows the last', () => {
  const many = registerView({ products: Object.fromEntries(Array.from({ length: PRODUCTS_PER_PAGE + 1 }, (_, n) => [`p${String(n).padStart(2, '0')}`, {}])) });
  const page = (query: string) => productListPage(many, 'vi', new URLSearchParams(query));
  expect(page('').products).toHaveLength(PRODUCTS_PER_PAGE);
  expect(page('').pager).toMatchObject({ page: 1, pages: 2, next: '/san-pham/?trang=2' });
  expect(page('trang=2').products).toHaveLength(1);
  expect(page('trang=99').pager.page).toBe(2);
  expect(page('trang=-1').pager.page).toBe(1);
  expect(productListPage({ ...many, mode: 'static' }, 'vi', new URLSearchParams()).products).toHaveLength(PRODUCTS_PER_PAGE + 1);
});

test('any query is read without a throw, and what was read can be written and read again', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.constantFrom('vi' as const, 'en' as const), (query, language) => {
      const { filter } = readFilter(view, new URLSearchParams(query), language);
      const address = filterPath('/san-pham/', filter, language, { page: filter.page });
      expect(readFilter(view, new URLSearchParams(address.split('?')[1] ?? ''), language).filter).toEqual(filter);
    }),
  );
});
