import { expect, test } from 'vitest';
import { statisticsPage } from '../../src/page-data/statistics-page.ts';
import { inLanguage, statisticsPath, updatesPath } from '../../src/paths.ts';
import { decision, registerView } from './register-view.ts';

const HA_TINH = { place: { commune: 'Thiên Cầm', province: 'Hà Tĩnh' }, placeEra: 'current' };

/** Five real products (one of them alcohol) and a practice one. */
const view = registerView({
  producers: { lan: {}, mau: { sample: true } },
  products: {
    'mat-ong': { producer: 'lan', group: 'thuc-pham', groupBasis: 'read', ...HA_TINH },
    'che-xanh': { producer: 'lan', group: 'thuc-pham', groupBasis: 'inferred', place: { commune: 'Cẩm Nhượng', district: 'Cẩm Xuyên', province: 'Hà Tĩnh' }, placeEra: 'before-2025-07-01' },
    'ruou-sim': { group: 'do-uong', groupBasis: 'read', alcohol: true, ...HA_TINH },
    'cu-toi': {},
    'la-vang': { place: { province: 'Hà Tĩnh' }, placeEra: 'current' },
    'mau-ong': { producer: 'mau', group: 'thuc-pham', groupBasis: 'read', sample: true, ...HA_TINH },
  },
  decisions: {
    'qd-1': decision('2025-06-01', { 'mat-ong': 4, 'ruou-sim': 3, 'mau-ong': 5 }, { number: '1/QĐ-UBND' }),
    'qd-2': decision('2021-01-01', { 'che-xanh': 4 }),
  },
});
const page = statisticsPage(view, 'vi');
const short = (rows: readonly { text: string; count: number; held: number; alcohol: number }[]) => rows.map(({ text, count, held, alcohol }) => [text, count, held, alcohol]);

test('alcohol counts, practice data does not', () => {
  expect([page.total, page.alcohol]).toEqual([5, 1]);
  expect(page.figures.map(({ count, text }) => `${count} ${text}`)).toEqual(['5 sản phẩm', '2 đang giữ sao', '1 chủ thể', '1 tỉnh, thành phố có sản phẩm', '2 quyết định đã đọc']);
});

test('every product stands in exactly one row of each table', () => {
  expect(short(page.stars)).toEqual([['4 sao', 2, 1, 0], ['3 sao', 1, 1, 1], ['số sao chưa rõ', 2, 0, 0]]);
  expect(short(page.groups)).toEqual([['Thực phẩm', 2, 1, 0], ['Đồ uống', 1, 1, 1], ['Chưa rõ nhóm', 2, 0, 0]]);
  expect(short(page.provinces)).toEqual([['Hà Tĩnh', 4, 2, 1], ['Chưa xác định được tỉnh', 1, 0, 0]]);
  for (const rows of [page.stars, page.groups, page.provinces, page.statuses]) expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
  for (const row of [...page.stars, ...page.groups, ...page.provinces]) expect(row.parts.reduce((sum, { count }) => sum + count, 0)).toBe(row.count);
});

test('each figure leads to its list, in its language', () => {
  expect(page.statuses.find(({ status }) => status === 'expired')).toMatchObject({ count: 1, href: '/san-pham/?hieu-luc=expired' });
  expect(page.stars.map(({ href }) => href)).toEqual(['/hang-sao/4/', '/hang-sao/3/', undefined]);
  expect(page.provinces[0]?.href).toBe('/tinh/ha-tinh/');
  const english = statisticsPage(view, 'en');
  expect(english.groups[0]?.href).toBe('/en/groups/thuc-pham/');
  expect(english.statuses[0]?.href).toBe('/en/products/?status=valid');
});

test('on a plain file host no figure leads to a list that cannot be filtered there', () => {
  const plain = statisticsPage({ ...view, mode: 'static' }, 'vi');
  expect(plain.statuses.every(({ href }) => href === undefined)).toBe(true);
  expect(plain.figures.map(({ href }) => href)).toEqual(['/san-pham/', '/san-pham/', '/chu-the/', '/tinh/', '/quyet-dinh/']);
});

test('how firmly the facts stand', () => {
  const facts = Object.fromEntries(page.facts.map(({ text, read, inferred, unknown }) => [text, [read, inferred, unknown]]));
  expect(facts).toEqual({
    'Hạng sao': [3, 0, 2],
    'Số quyết định': [2, 0, 3],
    'Ngày ký': [3, 0, 2],
    'Cơ quan ban hành': [0, 0, 5],
    'Hiệu lực đến hết': [0, 3, 2],
    'Chủ thể': [2, 0, 3],
    Nhóm: [2, 1, 2],
    'Xã, phường hiện nay': [2, 1, 2],
  });
});

test('the two addresses and their twins', () => {
  expect([statisticsPath('vi'), statisticsPath('en'), updatesPath('vi'), updatesPath('en')]).toEqual([
    '/thong-ke/', '/en/statistics/', '/thong-ke/cap-nhat/', '/en/statistics/updates/',
  ]);
  expect(inLanguage('/thong-ke/cap-nhat/', 'en')).toBe('/en/statistics/updates/');
  expect(inLanguage('/en/statistics/updates/', 'vi')).toBe('/thong-ke/cap-nhat/');
  expect(inLanguage('/thong-ke/', 'en')).toBe('/en/statistics/');
});
