import { expect, it } from 'vitest';
import { communeLabel, districtLabel, provinceLabel } from '../../src/domain/place-label.ts';

it('names a commune by its kind', () => {
  const thienCam = { name: 'Thiên Cầm', nameEn: 'Thien Cam', unitKind: 'xa' as const };
  expect(communeLabel(thienCam, 'vi')).toBe('Xã Thiên Cầm');
  expect(communeLabel(thienCam, 'en')).toBe('Thien Cam commune');
  expect(communeLabel({ name: 'Trường Sa', nameEn: 'Truong Sa', unitKind: 'dac_khu' }, 'en')).toBe('Truong Sa special zone');
});

it('puts the kind before a numbered ward in both languages', () => {
  const ward = { name: '1 Bảo Lộc', nameEn: '1 Bao Loc', unitKind: 'phuong' as const };
  expect(communeLabel(ward, 'vi')).toBe('Phường 1 Bảo Lộc');
  expect(communeLabel(ward, 'en')).toBe('Ward 1 Bao Loc');
});

it('names a province or a city, and does not say city twice', () => {
  expect(provinceLabel({ name: 'Hà Tĩnh', nameEn: 'Ha Tinh', unitKind: 'tinh' }, 'vi')).toBe('Tỉnh Hà Tĩnh');
  expect(provinceLabel({ name: 'Hà Tĩnh', nameEn: 'Ha Tinh', unitKind: 'tinh' }, 'en')).toBe('Ha Tinh province');
  expect(provinceLabel({ name: 'Huế', nameEn: 'Hue', unitKind: 'thanh_pho' }, 'vi')).toBe('Thành phố Huế');
  expect(provinceLabel({ name: 'Huế', nameEn: 'Hue', unitKind: 'thanh_pho' }, 'en')).toBe('Hue city');
  expect(provinceLabel({ name: 'Hồ Chí Minh', nameEn: 'Ho Chi Minh City', unitKind: 'thanh_pho' }, 'en')).toBe('Ho Chi Minh City');
});

it('names a former district', () => {
  expect(districtLabel({ name: 'Kỳ Anh', unitKind: 'thi_xa' })).toBe('Thị xã Kỳ Anh');
});
