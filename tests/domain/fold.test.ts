import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, slugify, spellingKeys } from '../../src/domain/fold.ts';

it('folds marks, capitals, spaces and signs away', () => {
  expect(fold('Đắk Lắk')).toBe('daklak');
  expect(fold("M'Đrắk")).toBe(fold('M’ĐRẮK'));
  expect(fold('Thị trấn Thiên Cầm'.normalize('NFD'))).toBe('thitranthiencam');
});

it('makes slugs', () => {
  expect(slugify('Bà Rịa - Vũng Tàu')).toBe('ba-ria-vung-tau');
  expect(slugify(' Đặc khu Phú Quốc ')).toBe('dac-khu-phu-quoc');
  expect(slugify('…')).toBe('');
});

it.each([
  ['Hòa Bình', 'Hoà Bình'], ['Thủy', 'Thuỷ'], ['Quy Nhơn', 'Qui Nhơn'], ['Hồng Sĩ', 'Hồng Sỹ'], ['Ea H’leo', "Ea H'Leo"], ['Phường 01', 'phường 1'],
])('takes %s and %s for one spelling', (one, other) => {
  expect(spellingKeys(one)).toEqual(spellingKeys(other));
});

it.each([['Ba Tơ', 'Ba Tô'], ['Sơn Hà', 'Sơn Hạ'], ['Cẩm Giang', 'Cẩm Giàng'], ['Đông', 'Dông']])('keeps %s and %s apart by their marks', (one, other) => {
  expect(spellingKeys(one).marked).not.toBe(spellingKeys(other).marked);
  expect(spellingKeys(one).folded).toBe(spellingKeys(other).folded);
});

it('does not change by Unicode form and leaves only a-z, 0-9 of Vietnamese', () => {
  const letter = fc.constantFrom(...'aăâeêioôơuưyđbcdghklmnpqrstvxàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ0123456789 -');
  fc.assert(fc.property(fc.string({ unit: letter }), (text) => {
    expect(fold(text)).toMatch(/^[a-z0-9]*$/);
    expect(spellingKeys(text.normalize('NFD'))).toEqual(spellingKeys(text.normalize('NFC').toUpperCase()));
  }));
});
