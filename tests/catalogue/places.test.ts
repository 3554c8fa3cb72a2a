import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formerPlaceSlugs, formerProvinceSlugs } from '../../src/catalogue/places/former-addresses.ts';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';

const { places, problems } = loadPlaces(fileURLToPath(new URL('../../content/places', import.meta.url)));

describe('the places of the project', () => {
  it('load without a problem and in full', () => {
    expect(problems).toEqual([]);
    expect(places.provinces).toHaveLength(34);
    expect(places.communes).toHaveLength(3321);
    expect(places.formerProvinces).toHaveLength(63);
    expect(places.formerDistricts).toHaveLength(696);
    expect(places.changes).toHaveLength(10_571);
    expect(places.earlierCommunes).toHaveLength(2596 + 35);
    expect(Object.groupBy(places.communes, ({ unitKind }) => unitKind)).toMatchObject({
      xa: { length: 2611 }, phuong: { length: 697 }, dac_khu: { length: 13 },
    });
  });

  it('are found by code and by address', () => {
    expect(places.communeBySlug('ha-tinh', 'thien-cam')).toMatchObject({ code: '18676', nameEn: 'Thien Cam', unitKind: 'xa' });
    expect(places.commune('18676')).toBe(places.communeBySlug('ha-tinh', 'thien-cam'));
    expect(places.province('42')).toBe(places.provinceBySlug('ha-tinh'));
    expect(places.communesOfProvince('42')).toHaveLength(69);
    expect(places.communeBySlug('thanh-hoa', 'thien-cam')).toBeUndefined();
    expect(places.communesOfProvince('99')).toEqual([]);
  });

  it('remember what they were made from', () => {
    expect(places.provinceBySlug('quang-tri')?.formerProvinces).toEqual(['Quảng Bình', 'Quảng Trị']);
    expect(places.provinceBySlug('ha-tinh')?.formerProvinces).toEqual(['Hà Tĩnh']);
    const cam = { district: 'Huyện Cẩm Xuyên', province: 'Hà Tĩnh', partial: false };
    expect(places.communeBySlug('ha-tinh', 'cam-due')?.formerCommunes).toEqual([
      { name: 'Xã Cẩm Thạch', ...cam }, { name: 'Xã Cẩm Duệ', ...cam }, { name: 'Xã Cẩm Mỹ', ...cam },
    ]);
    expect(places.communeBySlug('ha-tinh', 'thien-cam')?.formerCommunes.map(({ name }) => name)).toContain('Thị trấn Thiên Cầm');
    expect(places.communeBySlug('dien-bien', 'sin-chai')?.formerCommunes)
      .toContainEqual({ name: 'Xã Sín Chải', alternativeName: 'Xã Xín Chải', district: 'Huyện Tủa Chùa', province: 'Điện Biên', partial: false });
    expect(places.communeBySlug('ha-tinh', 'ha-huy-tap')?.formerCommunes)
      .toContainEqual({ name: 'Phường Đại Nài', district: 'Thành phố Hà Tĩnh', province: 'Hà Tĩnh', partial: true });
    expect(places.communes.every(({ formerCommunes }) => formerCommunes.length > 0)).toBe(true);
  });

  it('hold Hoàng Sa and Trường Sa where they belong', () => {
    expect(places.communeBySlug('da-nang', 'hoang-sa')).toMatchObject({ unitKind: 'dac_khu', nameEn: 'Hoang Sa' });
    expect(places.communeBySlug('khanh-hoa', 'truong-sa')).toMatchObject({ unitKind: 'dac_khu', nameEn: 'Truong Sa' });
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(places)).toBe(true);
    expect(Object.isFrozen(places.communes)).toBe(true);
    expect(Object.isFrozen(places.communes[0]?.formerCommunes)).toBe(true);
    expect(Object.isFrozen(places.provinces[0])).toBe(true);
  });
});

describe('addresses of places that are no more', () => {
  const slugs = formerPlaceSlugs(places);
  const today = (province: string, slug: string): string[] | undefined => slugs.get(province)?.get(slug)?.map(({ slug: target }) => target);

  it('lead to the communes they went to', () => {
    expect(today('ha-tinh', 'cam-my')).toEqual(['cam-due']);
    expect(today('ha-tinh', 'cam-nhuong')).toEqual(['thien-cam']);
    expect(today('ha-tinh', 'dai-nai')).toEqual(['thanh-sen', 'ha-huy-tap']);
    expect(today('quang-tri', 'vo-ninh')).toEqual(['quang-ninh']);
    expect(today('dien-bien', 'xin-chai')).toEqual(['sin-chai']);
    expect(today('ha-tinh', 'son-ham')).toHaveLength(1);
  });

  it('leave its address to a living commune', () => {
    expect(today('ha-tinh', 'cam-due')).toBeUndefined();
    const taken = [...slugs].flatMap(([province, ofProvince]) => [...ofProvince.keys()].filter((slug) => places.communeBySlug(province, slug)));
    expect(taken).toEqual([]);
  });

  it('keep the word before a number, and never lead nowhere', () => {
    expect(today('ho-chi-minh', 'phuong-1')?.length).toBeGreaterThan(1);
    expect([...slugs.values()].every((ofProvince) => [...ofProvince].every(([slug, communes]) => slug !== '' && communes.length > 0))).toBe(true);
  });

  it('stand for old provinces too', () => {
    const provinces = formerProvinceSlugs(places);
    expect(provinces.get('quang-binh')?.slug).toBe('quang-tri');
    expect(provinces.get('tra-vinh')?.slug).toBe('vinh-long');
    expect(provinces.has('ha-tinh')).toBe(false);
    expect(provinces.size).toBe(63 - 34);
  });
});
