import { expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { makeSuggestions, type SuggestionParts } from '../../src/results/make-suggestions.ts';
import { nameIndex, type NamedPage } from '../../src/results/name-index.ts';
import { withinLimit, type SuggestionGroup } from '../../src/results/suggestions.ts';

const page = (text: string, more: Partial<NamedPage> = {}): NamedPage => ({ kind: 'places', text, href: `/${text}/`, others: [], weight: 0, ...more });
const PAGES = [
  page('Tỉnh Hà Tĩnh', { weight: 60 }),
  page('Xã Cẩm Duệ, Hà Tĩnh', { weight: 2, others: [{ name: 'Xã Cẩm Mỹ', note: 'trước là Xã Cẩm Mỹ' }] }),
  page('Xã Cẩm Mỹ, Đồng Nai'),
  page('HTX Cẩm Mỹ', { kind: 'producers', weight: 1 }),
  page('Thực phẩm', { kind: 'groups', weight: 200 }),
];
const found = (text: string, most = 5) => nameIndex(PAGES).find(text, most).map(({ page: { text: name }, note }) => (note === undefined ? name : `${name} (${note})`));

test('names are found by beginnings of their words, of today before those of the past', () => {
  expect(found('cam m')).toEqual(['Xã Cẩm Mỹ, Đồng Nai', 'Xã Cẩm Duệ, Hà Tĩnh (trước là Xã Cẩm Mỹ)', 'HTX Cẩm Mỹ']);
  expect(found('tinh ha')).toEqual(['Tỉnh Hà Tĩnh', 'Xã Cẩm Duệ, Hà Tĩnh']);
  expect(found('HÀ TĨNH')).toEqual(['Tỉnh Hà Tĩnh', 'Xã Cẩm Duệ, Hà Tĩnh']);
  expect([found(''), found('  '), found('khong co')]).toEqual([[], [], []]);
  expect(found('cam', 1)).toEqual(['Xã Cẩm Duệ, Hà Tĩnh', 'HTX Cẩm Mỹ']);
});

const items = (count: number) => Array.from({ length: count }, (_, at) => ({ href: `/${at}/`, parts: [] }));
const group = (kind: SuggestionGroup['kind'], count: number): SuggestionGroup => ({ kind, title: kind, items: items(count) });

test('a list is never longer than a screen has room for', () => {
  const sizes = (groups: SuggestionGroup[], most: number) => withinLimit(groups, most).map(({ kind, items: { length } }) => `${kind} ${length}`);
  expect(sizes([group('products', 10), group('places', 9), group('producers', 1), group('groups', 0)], 8)).toEqual(['products 5', 'places 2', 'producers 1']);
  expect(sizes([group('products', 20), group('places', 0), group('producers', 0), group('groups', 0)], 10)).toEqual(['products 10']);
  expect(sizes([group('products', 9), group('places', 9), group('producers', 9), group('groups', 9)], 8)).toEqual(['products 3', 'places 2', 'producers 2', 'groups 1']);
});

test('an option says what it is and how its star stands', () => {
  const parts: SuggestionParts = { language: 'vi', t: translator('vi'), asOf: '2026-11-28', text: ' mam ', most: 8, total: 23, names: [], words: [{ marked: 'mam', folded: 'mam', isPrefix: true, alternatives: [] }], products: [{ href: '/san-pham/a/', name: 'Mắm ruốc', producer: 'HTX A', place: 'Huế', sample: false, term: { stars: 4, grantedOn: '2024-10-15', validUntil: '2027-10-15' } }, { href: '/san-pham/b/', name: 'Mắm tép', sample: true }] };
  const { text, all, live, groups } = makeSuggestions(parts);
  expect([text, all, live]).toEqual(['mam', { text: 'Xem cả 23 sản phẩm', href: '/tim-kiem/?q=mam' }, '2 gợi ý, 23 sản phẩm']);
  expect(groups).toEqual([{ kind: 'products', title: 'Sản phẩm', items: [
    { href: '/san-pham/a/', parts: [{ text: 'Mắm', found: true }, { text: ' ruốc', found: false }], note: 'HTX A · Huế', standing: '4 sao, đến 15/10/2027' },
    { href: '/san-pham/b/', parts: [{ text: 'Mắm', found: true }, { text: ' tép', found: false }], note: 'dữ liệu minh hoạ', standing: 'chưa xác nhận' },
  ] }]);
});
