import { describe, expect, test } from 'vitest';
import { formerCommuneAddress, formerProvinceAddress, movedTo } from '../../src/page-data/former-address.ts';
import { registerView } from './register-view.ts';

const view = registerView({});

describe('addresses of places that are no more', () => {
  test('a commune with one successor leads to it, in both languages', () => {
    expect(formerCommuneAddress(view, 'vi', { province: 'ha-tinh', commune: 'cam-my' })).toBe('/xa/ha-tinh/cam-due/');
    expect(formerCommuneAddress(view, 'en', { province: 'ha-tinh', commune: 'cam-my' })).toBe('/en/communes/ha-tinh/cam-due/');
  });

  test('a province leads to the one it is part of, and its living communes with it', () => {
    expect(formerProvinceAddress(view, 'vi', 'quang-binh')).toBe('/tinh/quang-tri/');
    expect(formerProvinceAddress(view, 'vi', 'ha-tinh')).toBeUndefined();
    expect(formerProvinceAddress(view, 'vi', 'khong-co')).toBeUndefined();
    const [commune] = view.catalogue.communesOfProvince(view.catalogue.provinceBySlug('quang-tri')?.code ?? '');
    expect(formerCommuneAddress(view, 'vi', { province: 'quang-binh', commune: commune?.slug })).toBe(`/xa/quang-tri/${commune?.slug}/`);
  });

  test('a commune that was split leads to the search that shows every successor', () => {
    const split = view.catalogue.provinces
      .flatMap((province) => ['cam-quan', 'dong-tam', 'tan-lap', 'tan-thanh', 'tan-tien', 'phuong-1'].map((slug) => ({ province, slug })))
      .find(({ province, slug }) => view.catalogue.formerCommune(province.slug, slug).length > 1);
    expect(split).toBeDefined();
    const address = formerCommuneAddress(view, 'vi', { province: split?.province.slug, commune: split?.slug });
    expect(address).toBe(`/tinh/?ten=${split?.slug.replaceAll('-', '+')}`);
  });

  test('what never was a place leads nowhere', async () => {
    expect(formerCommuneAddress(view, 'vi', { province: 'ha-tinh', commune: 'khong-co-xa-nay' })).toBeUndefined();
    expect(formerCommuneAddress(view, 'vi', {})).toBeUndefined();
    expect(movedTo(undefined).status).toBe(404);
    expect(movedTo('/tinh/').headers.get('location')).toBe('/tinh/');
  });
});
