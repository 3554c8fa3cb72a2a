import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { resultsView } from '../../src/results/make-results.ts';
import { resultsHtml } from '../../src/results/results-html.ts';
import type { ResultCard } from '../../src/results/result-card.ts';
import type { ResultsView } from '../../src/results/results-view.ts';
import type { EngineAnswer } from '../../src/search/engine.ts';
import type { SearchHelp } from '../../src/search/search-outcome.ts';
import { readSearchParameters } from '../../src/search/search-parameters.ts';
import type { Understood } from '../../src/search/understood.ts';

const NAMES = {
  group: (id: string) => ({ 'thuc-pham': 'Thực phẩm' })[id],
  province: (slug: string) => ({ 'ha-tinh': 'Hà Tĩnh', 'dong-nai': 'Đồng Nai' })[slug],
  commune: (slug: string) => ({ 'ha-tinh/cam-due': 'Xã Cẩm Duệ', 'ha-tinh/thien-cam': 'Xã Thiên Cầm' })[slug],
  groups: [{ id: 'thuc-pham', text: 'Thực phẩm' }],
  provinces: [{ slug: 'ha-tinh', text: 'Hà Tĩnh', point: { lat: 18.29, lng: 105.73 } }],
};
const card = (id: string): ResultCard => ({ id, href: `/san-pham/${id}/`, name: id, drawing: 'other', sample: false, alcohol: false });
const NOTHING: EngineAnswer = { total: 0, hits: [], facets: {} };
const hits = (...ids: string[]) => ids.map((id) => ({ id, partial: false }));

function viewOf(query: string, { answer = NOTHING, understood = {}, help, language = 'vi' }: { answer?: EngineAnswer; understood?: Partial<Understood>; help?: SearchHelp; language?: 'vi' | 'en' } = {}): ResultsView {
  const { parameters, problems } = readSearchParameters(new URLSearchParams(query), language);
  const all: Understood = { text: parameters.text, words: [], hasMarks: false, meanings: [], ...understood };
  const filters = Object.assign({}, ...all.meanings.map(({ filter }) => filter ?? {}), parameters.filters);
  return resultsView({ language, asOf: '2026-11-28', t: translator(language), names: NAMES, card: (id) => (id === 'gone' ? undefined : card(id)), parameters, problems, outcome: { engine: 'embedded', understood: all, filters, sort: 'relevance', answer, ...(help && { help }) }, limit: 24 });
}

describe('the title', () => {
  test.each([
    ['q=mam', { total: 1, hits: hits('a'), facets: {} }, '1 sản phẩm cho “mam”'],
    ['q=mam', { total: 999, hits: hits('a'), facets: {} }, '999 sản phẩm cho “mam”'],
    ['sao=4', { total: 12, hits: hits('a'), facets: {} }, '12 sản phẩm'],
    ['q=mam', NOTHING, 'Không tìm thấy sản phẩm nào cho “mam”'],
    ['q=mam', { total: 3, hits: [{ id: 'a', partial: true }], facets: {} }, 'Không tìm thấy sản phẩm nào cho “mam”'],
    ['q=mam', { total: 55, hits: [{ id: 'a', partial: false }, { id: 'b', partial: true }], facets: {} }, '1 sản phẩm cho “mam”'],
    ['q=mam&trang=2', { total: 55, hits: [{ id: 'a', partial: false }, { id: 'b', partial: true }], facets: {} }, '25 sản phẩm cho “mam”'],
    ['q=mam&trang=2', { total: 55, hits: [{ id: 'b', partial: true }], facets: {} }, 'Kết quả gần đúng'],
    ['q=mam', { total: 1_000, hits: hits('a'), facets: {} }, '1.000 sản phẩm trở lên cho “mam”'],
  ])('of %s', (query, answer, title) => {
    expect(viewOf(query, { answer }).title).toBe(title);
  });

  test('says what was read instead of what was typed', () => {
    const view = viewOf('q=ruwowju sim', { understood: { text: 'ruwowju sim', readAs: 'rượu sim' }, answer: { total: 2, hits: hits('a', 'b'), facets: {} } });
    expect(view.title).toBe('2 sản phẩm cho “rượu sim”');
    expect(view.readAs).toEqual({ shown: 'rượu sim', typed: 'ruwowju sim' });
  });
});

const FOUR_STARS = { kind: 'stars', key: 'stars:4', typed: '4 sao', label: { vi: '4 sao', en: '4 stars' }, filter: { stars: [4] } } as const;

describe('chips', () => {
  test('what was understood and what was chosen can be taken away one by one', () => {
    const view = viewOf('q=tra+4+sao&xa=ha-tinh/cam-due,ha-tinh/thien-cam&ngay=2026-12-24', { understood: { meanings: [FOUR_STARS, { kind: 'alcohol', key: 'alcohol', typed: '', label: { vi: 'rượu', en: 'alcohol' } }] } });
    expect(view.understood).toEqual([{ text: '4 sao', without: '/tim-kiem/?q=tra+4+sao&xa=ha-tinh/cam-due,ha-tinh/thien-cam&ngay=2026-12-24&bo=stars:4' }]);
    expect(view.chosen).toEqual([
      { text: 'Xã Cẩm Duệ, Hà Tĩnh', without: '/tim-kiem/?q=tra+4+sao&xa=ha-tinh/thien-cam&ngay=2026-12-24' },
      { text: 'Xã Thiên Cầm, Hà Tĩnh', without: '/tim-kiem/?q=tra+4+sao&xa=ha-tinh/cam-due&ngay=2026-12-24' },
      { text: 'Còn hiệu lực vào ngày 24/12/2026', without: '/tim-kiem/?q=tra+4+sao&xa=ha-tinh/cam-due,ha-tinh/thien-cam' },
    ]);
    expect(view.meansAlcohol).toBe(true);
  });

  test('a part of the address that says nothing is named', () => {
    expect(viewOf('q=tra&sao=9').notices).toEqual(['Bỏ qua “sao=9” trong địa chỉ: không đọc được.']);
  });
});

describe('facets', () => {
  const answer: EngineAnswer = {
    total: 5,
    hits: hits('a'),
    facets: { stars: [{ value: '3', count: 9 }, { value: '4', count: 5 }], status: [{ value: 'expired', count: 4 }, { value: 'held', count: 1 }, { value: 'valid', count: 1 }], provinces: [{ value: 'ha-tinh', count: 5 }], communes: [{ value: 'ha-tinh/cam-due', count: 2 }, { value: 'nowhere/x', count: 1 }, { value: 'ha-tinh/thien-cam', count: 1 }], buyable: [{ value: 'true', count: 2 }] },
  };

  test('values lead to the same search with one more or one less', () => {
    const stars = viewOf('q=tra&sao=4', { answer }).facets.find(({ field }) => field === 'stars');
    expect(stars?.values.map(({ text, count, on, href }) => [text, count, on, href])).toEqual([
      ['4 sao', 5, true, '/tim-kiem/?q=tra'],
      ['3 sao', 9, false, '/tim-kiem/?q=tra&sao=4,3'],
    ]);
  });

  test('a value that the text means is on, and taking it away leaves the text', () => {
    const stars = viewOf('q=tra+4+sao', { answer, understood: { meanings: [FOUR_STARS] } }).facets.find(({ field }) => field === 'stars');
    expect(stars?.values[0]).toMatchObject({ text: '4 sao', on: true, href: '/tim-kiem/?q=tra+4+sao&bo=stars:4' });
  });

  test('one value alone is no choice, unknown ones have no name, and both ways to hold a star are one', () => {
    const { facets } = viewOf('q=tra', { answer });
    expect(facets.map(({ field }) => field)).toEqual(['buyable', 'status', 'stars', 'communes']);
    expect(facets.find(({ field }) => field === 'communes')?.values.map(({ text }) => text)).toEqual(['Xã Cẩm Duệ, Hà Tĩnh', 'Xã Thiên Cầm, Hà Tĩnh']);
    expect(facets.find(({ field }) => field === 'status')?.values.map(({ text }) => text)).toEqual(['còn hiệu lực', 'hết hiệu lực']);
  });

  test('of a whole country’s communes only the first stand there, of a province all, and a chosen one always', () => {
    const communes = Array.from({ length: 3_321 }, (_, at) => ({ value: at % 2 === 0 ? 'ha-tinh/cam-due' : 'ha-tinh/thien-cam', count: 1 }));
    const facetOf = (query: string) => viewOf(query, { answer: { total: 9, hits: hits('a'), facets: { communes } } }).facets.find(({ field }) => field === 'communes');
    expect([facetOf('q=tra')?.values.length, facetOf('q=tra')?.note]).toEqual([40, 'Chọn một tỉnh để thấy đủ các xã.']);
    expect([facetOf('q=tra&tinh=ha-tinh')?.values.length, facetOf('q=tra&tinh=ha-tinh')?.note]).toEqual([3_321, undefined]);
  });

  test('a chosen value without products stays, to be taken away', () => {
    const { facets } = viewOf('q=tra&tinh=dong-nai', { answer: NOTHING });
    expect(facets).toMatchObject([{ field: 'provinces', values: [{ text: 'Đồng Nai', count: 0, on: true, href: '/tim-kiem/?q=tra' }] }]);
  });
});

test('the question which place is meant has an address for each answer', () => {
  const choices = [{ key: 'place:ha-tinh/cam-due', label: { vi: 'xã cũ của Hà Tĩnh', en: 'former commune of Hà Tĩnh' }, filter: {} }, { key: 'place:dong-nai/cam-my', label: { vi: 'xã Cẩm Mỹ, Đồng Nai', en: 'Cẩm Mỹ commune' }, filter: {} }];
  const view = viewOf('q=cam+my', { understood: { question: { typed: 'cam my', choices } } });
  expect(view.question).toEqual({ title: '“cam my” là tên của nhiều nơi. Bạn tìm nơi nào?', choices: [{ text: 'xã cũ của Hà Tĩnh', href: '/tim-kiem/?q=cam+my&chon=place:ha-tinh/cam-due' }, { text: 'xã Cẩm Mỹ, Đồng Nai', href: '/tim-kiem/?q=cam+my&chon=place:dong-nai/cam-my' }] });
});

test('nothing found is no dead end', () => {
  const help: SearchHelp = { corrected: 'bưởi phúc trạch', without: [{ drop: { field: 'stars' }, total: 3 }, { drop: { key: 'stars:4' }, total: 1 }], communes: [{ slug: 'ha-tinh/cam-due', km: 7.6, total: 2 }] };
  const view = viewOf('q=buoi+phuc+trach&sao=5', { help, understood: { meanings: [FOUR_STARS] } });
  expect(view.help).toEqual({
    corrected: { text: 'bưởi phúc trạch', href: '/tim-kiem/?q=b%C6%B0%E1%BB%9Fi+ph%C3%BAc+tr%E1%BA%A1ch&sao=5' },
    without: [
      { text: 'Bỏ: Hạng sao', href: '/tim-kiem/?q=buoi+phuc+trach', note: '3 sản phẩm' },
      { text: 'Bỏ: 4 sao', href: '/tim-kiem/?q=buoi+phuc+trach&sao=5&bo=stars:4', note: '1 sản phẩm' },
    ],
    communes: [{ text: 'Xã Cẩm Duệ, Hà Tĩnh', href: '/xa/ha-tinh/cam-due/', note: '2 sản phẩm, khoảng 8 km' }],
    groups: [{ text: 'Thực phẩm', href: '/nhom/thuc-pham/' }],
  });
});

test('partial finds stand apart and are called so; what is not published is left out', () => {
  const answer: EngineAnswer = { total: 3, hits: [{ id: 'gone', partial: false }, { id: 'whole', partial: false }, { id: 'near', partial: true }], facets: {} };
  const view = viewOf('q=tra+sen', { answer });
  expect([view.cards.map(({ card: { id } }) => id), view.partialFrom]).toEqual([['whole', 'near'], 1]);
  const markup = resultsHtml(view, translator('vi'));
  expect(markup.indexOf('Kết quả gần đúng')).toBeGreaterThan(markup.indexOf('/san-pham/whole/'));
  expect(markup.indexOf('Kết quả gần đúng')).toBeLessThan(markup.indexOf('/san-pham/near/'));
});

test('near a point: kilometres, the sort by distance, and what is left out is said', () => {
  const view = viewOf('q=tra&gan=18.29,105.73,80', { answer: { total: 1, hits: [{ id: 'a', partial: false, km: 7.34 }], facets: {} } });
  expect([view.cards[0]?.km, view.nearNote, view.chosen[0]?.text]).toEqual(['khoảng 7,3 km', 'Trong 80 km, tính từ điểm giữa của xã. Sản phẩm chưa rõ xã không nằm trong kết quả này.', 'gần Hà Tĩnh']);
  expect(view.form.sorts.map(({ value }) => value)).toContain('distance');
  expect(viewOf('q=tra').form.sorts.map(({ value }) => value)).not.toContain('distance');
});

test('a text from the address is never markup', () => {
  const markup = resultsHtml(viewOf(`q=${encodeURIComponent('<img src=x onerror=1>"')}&sao=${encodeURIComponent('"><b>')}`), translator('vi'));
  expect(markup).not.toMatch(/<img src=x|"><b>/);
});
