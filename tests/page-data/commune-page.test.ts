import { describe, expect, it } from 'vitest';
import { communePage } from '../../src/page-data/commune-page.ts';
import { decision, NO_QUERY, registerView } from './register-view.ts';

const OLD = { placeEra: 'before-2025-07-01' } as const;
const inCamXuyen = (commune: string) => ({ ...OLD, place: { commune, district: 'Cẩm Xuyên', province: 'Hà Tĩnh' } });
const view = registerView({
  products: {
    'a-het-han': inCamXuyen('Cẩm Nhượng'),
    'b-con-han': inCamXuyen('Thiên Cầm'),
    'c-chua-ro': inCamXuyen('Thiên Cầm'),
    'd-ruou': { ...inCamXuyen('Cẩm Mỹ'), alcohol: true },
    'e-mau': { ...inCamXuyen('Cẩm Nhượng'), sample: true },
    'f-bi-chia': { ...OLD, place: { commune: 'Đại Nài', district: 'Thành phố Hà Tĩnh', province: 'Hà Tĩnh' } },
    'g-nhieu-noi': { place: { commune: 'Cẩm Mỹ' } },
  },
  decisions: { cu: decision('2020-01-14', { 'a-het-han': 3 }), moi: decision('2024-10-15', { 'b-con-han': 4 }) },
});
const page = (commune: string, province = 'ha-tinh') => communePage(view, 'vi', { province, commune }, NO_QUERY);
const ids = (products: readonly { id: string }[] | undefined) => products?.map(({ id }) => id);

describe('commune page', () => {
  it('lists the goods of its former communes, held stars first and practice data last', () => {
    expect(ids(page('thien-cam')?.products)).toEqual(['b-con-han', 'c-chua-ro', 'a-het-han', 'e-mau']);
  });

  it('counts neither practice data nor alcohol', () => {
    expect(page('thien-cam')?.head.description).toContain('3 sản phẩm');
    expect(page('thien-cam')?.head.description).not.toContain('4 sản phẩm');
  });

  it('names the communes that it was made from, under their district', () => {
    const [district] = page('cam-due')?.formerly ?? [];
    expect(district?.district).toBe('Huyện Cẩm Xuyên');
    expect(district?.communes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Xã Cẩm Mỹ', 'Xã Cẩm Thạch']));
  });

  it('lists no alcohol', () => expect(ids(page('cam-due')?.products)).toEqual([]));

  it('lights no dot for alcohol or practice data alone', () => {
    expect(page('cam-due')?.map.lit.filter(({ current }) => !current).map(({ label }) => label)).toEqual(['Xã Thiên Cầm, Hà Tĩnh']);
  });

  it('shows goods of a split commune at every candidate, apart from the certain ones', () => {
    const candidates = view.catalogue.placeOf('f-bi-chia');
    expect(candidates.kind).toBe('communes');
    if (candidates.kind !== 'communes') return;
    expect(candidates.communes.length).toBeGreaterThan(1);
    for (const { slug } of candidates.communes) {
      expect(ids(page(slug)?.candidates)).toContain('f-bi-chia');
      expect(ids(page(slug)?.products)).not.toContain('f-bi-chia');
    }
  });

  it('shows goods of an ambiguous name apart, in both provinces', () => {
    expect(ids(page('cam-due')?.candidates)).toEqual(['g-nhieu-noi']);
    expect(ids(page('cam-my', 'dong-nai')?.candidates)).toEqual(['g-nhieu-noi']);
  });

  it('names the nearest places with products, never itself', () => {
    expect(page('cam-due')?.neighbours.map(({ text }) => text)).toEqual(['Phường Hà Huy Tập', 'Xã Thiên Cầm', 'Phường Thành Sen']);
    expect(page('thien-cam')?.neighbours.map(({ text }) => text)).not.toContain('Xã Thiên Cầm');
  });

  it('marks a district that had no communes', () => {
    expect(page('hoang-sa', 'da-nang')?.formerly).toEqual([{ district: 'Huyện Hoàng Sa', communes: [] }]);
  });

  it('is undefined for a commune of another province', () => expect(page('thien-cam', 'dong-nai')).toBeUndefined());

  it('stays out of search engines with a query', () => {
    expect(communePage(view, 'vi', { province: 'ha-tinh', commune: 'cam-due' }, new URLSearchParams('trang=2'))?.head.noindex).toBe(true);
    expect(page('cam-due')?.head.noindex).toBe(false);
  });
});
