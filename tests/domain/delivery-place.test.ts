import { expect, test } from 'vitest';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import { deliveryPlace } from '../../src/domain/delivery-place.ts';

const { places } = loadPlaces('content/places');
const found = (province: string, commune: string, district?: string): string => {
  const place = deliveryPlace(places.index, { province, commune, district });
  if (place.kind === 'commune') return `${place.commune.name}, ${place.province.name}`;
  return place.kind === 'choose' ? `? ${place.communes.map(({ name }) => name).join(' | ')}` : place.kind;
};

test('an address of today, with its two levels, however it is typed', () => {
  expect(found('Hà Tĩnh', 'Thiên Cầm')).toBe('Thiên Cầm, Hà Tĩnh');
  expect(found('tỉnh hà tĩnh', 'xã thiên cầm')).toBe('Thiên Cầm, Hà Tĩnh');
  expect(found('Ha Tinh', 'Thien Cam')).toBe('Thiên Cầm, Hà Tĩnh');
});

test('an address of before 01/07/2025 leads to the commune of today, also without its district', () => {
  expect(found('Quảng Bình', 'Đồng Hải', 'Đồng Hới')).toBe('Đồng Hới, Quảng Trị');
  expect(found('Quảng Bình', 'Phường Đồng Hải')).toBe('Đồng Hới, Quảng Trị');
  expect(found('TP Hồ Chí Minh', 'Phường Bến Nghé', 'Quận 1')).toMatch(/^(Sài Gòn, Hồ Chí Minh|\? .*Sài Gòn.*)$/);
});

test('what may be several places is asked, and what is none is said', () => {
  expect(found('Hà Nội', 'Láng Hạ', 'Đống Đa')).toMatch(/^\? .+ \| /);
  expect(found('Hà Tĩnh', 'Không Có Xã Này')).toBe('unknown-commune');
  expect(found('Atlantis', 'Thiên Cầm')).toBe('unknown-province');
  expect(found('', '')).toBe('unknown-province');
});
