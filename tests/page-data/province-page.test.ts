import { describe, expect, it } from 'vitest';
import { provincePage } from '../../src/page-data/province-page.ts';
import { provincesPage } from '../../src/page-data/provinces-page.ts';
import { decision, NO_QUERY, registerView } from './register-view.ts';

const old = (place: object) => ({ placeEra: 'before-2025-07-01', place });
const view = registerView({
  products: {
    'a-xa-chua-ro': old({ district: 'Cẩm Xuyên', province: 'Hà Tĩnh' }),
    'b-con-han': old({ commune: 'Thiên Cầm', district: 'Cẩm Xuyên', province: 'Hà Tĩnh' }),
    'c-bi-chia': old({ commune: 'Đại Nài', district: 'Thành phố Hà Tĩnh', province: 'Hà Tĩnh' }),
    'd-ruou': { ...old({ commune: 'Thiên Cầm', district: 'Cẩm Xuyên', province: 'Hà Tĩnh' }), alcohol: true },
    'e-mau': { ...old({ province: 'Hà Tĩnh' }), sample: true },
    'f-nhieu-tinh': { place: { commune: 'Cẩm Mỹ' } },
  },
  decisions: { moi: decision('2024-10-15', { 'b-con-han': 4 }) },
});
const haTinh = provincePage(view, 'vi', 'ha-tinh', NO_QUERY);

describe('province page', () => {
  it('lists its goods, those whose commune is unknown included, held stars first and no alcohol', () => {
    expect(haTinh?.products.map(({ id }) => id)).toEqual(['b-con-han', 'a-xa-chua-ro', 'c-bi-chia', 'e-mau']);
  });

  it('counts without practice data', () => expect({ count: haTinh?.count, held: haTinh?.held }).toEqual({ count: 3, held: 1 }));

  it('sets goods apart whose place fits several provinces', () => {
    expect(haTinh?.candidates.map(({ id }) => id)).toEqual(['f-nhieu-tinh']);
    expect(provincePage(view, 'vi', 'dong-nai', NO_QUERY)?.candidates.map(({ id }) => id)).toEqual(['f-nhieu-tinh']);
  });

  it('counts what certainly comes from a commune apart from what may', () => {
    const counts = Object.fromEntries((haTinh?.withProducts ?? []).map(({ commune, count, candidates }) => [commune.slug, { count, candidates }]));
    expect(counts['thien-cam']).toEqual({ count: 1, candidates: 0 });
    expect(counts['ha-huy-tap']).toEqual({ count: 0, candidates: 1 });
    expect(haTinh?.unlocated).toBe(1);
  });

  it('links all its communes', () => expect(haTinh?.communes).toHaveLength(view.catalogue.communesOfProvince('42').length));

  it('is undefined for an unknown slug', () => expect(provincePage(view, 'vi', 'ha-tay', NO_QUERY)).toBeUndefined());
});

describe('page of all provinces', () => {
  const page = (query = '') => provincesPage(view, 'vi', new URLSearchParams(query));
  const found = (name: string) => page(new URLSearchParams({ ten: name }).toString()).found?.places.map(({ text }) => text);

  it('has all 34 with their counts and the provinces they were made from', () => {
    const { provinces } = page();
    expect(provinces).toHaveLength(34);
    expect(provinces.find(({ text }) => text === 'Hà Tĩnh')).toMatchObject({ count: 3 });
    expect(provinces.find(({ text }) => text === 'Tuyên Quang')).toMatchObject({ count: 0, formerly: ['Hà Giang', 'Tuyên Quang'] });
  });

  it('finds today’s commune by its old name, every place that bears it', () => {
    expect(found('cẩm mỹ')).toEqual(expect.arrayContaining(['Xã Cẩm Duệ, Hà Tĩnh', 'Xã Cẩm Mỹ, Đồng Nai']));
  });

  it('narrows by what stands after a comma', () => expect(found('Cam My, Cam Xuyen')).toEqual(['Xã Cẩm Duệ, Hà Tĩnh']));

  it('finds a province by a name given up', () => {
    expect(found('Hà Giang')?.[0]).toBe('Tỉnh Tuyên Quang');
    expect(found('Thừa Thiên Huế')?.[0]).toBe('Thành phố Huế');
  });

  it('finds nothing for a name that is nowhere, and shows no result for an empty one', () => {
    expect(found('không đâu cả')).toEqual([]);
    expect(page('ten=').found).toBeUndefined();
    expect(found(',')).toEqual([]);
  });
});
