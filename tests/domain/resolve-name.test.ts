import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import { resolveName, type PlaceMeaning } from '../../src/domain/resolve-name.ts';

const { places } = loadPlaces(fileURLToPath(new URL('../../content/places', import.meta.url)));
const meanings = (text: string): string[] => resolveName(places.index, text).map(inWords);

function inWords(meaning: PlaceMeaning): string {
  if (meaning.kind === 'province') return `province ${meaning.province.name}`;
  if (meaning.kind === 'former-province') return `former province ${meaning.name}, now ${meaning.province.name}`;
  if (meaning.kind === 'former-district') return `${meaning.label}, ${meaning.formerProvince}, now ${meaning.province.name}`;
  if (meaning.kind === 'commune') return `commune ${meaning.commune.name}, ${meaning.province.name}`;
  return `${meaning.label}, ${meaning.district}, ${meaning.formerProvince}, now ${meaning.communes.map(({ name }) => name).join(' | ')}`;
}

it('gives every level that "Quảng Ninh" can mean', () => {
  expect(meanings('Quảng Ninh')).toEqual([
    'province Quảng Ninh',
    'Huyện Quảng Ninh, Quảng Bình, now Quảng Trị',
    'commune Quảng Ninh, Thanh Hóa',
    'commune Quảng Ninh, Quảng Trị',
  ]);
});

it('gives former communes beside a living namesake elsewhere', () => {
  expect(meanings('Cẩm Mỹ')).toEqual([
    'Huyện Cẩm Mỹ, Đồng Nai, now Đồng Nai',
    'commune Cẩm Mỹ, Đồng Nai',
    'Xã Cẩm Mỹ, Huyện Cẩm Xuyên, Hà Tĩnh, now Cẩm Duệ',
  ]);
  expect(meanings('Cẩm Bình')).toEqual([
    'commune Cẩm Bình, Hà Tĩnh',
    'Phường Cẩm Bình, Thành phố Cẩm Phả, Quảng Ninh, now Cẩm Phả',
    'Xã Cẩm Bình, Huyện Cẩm Thủy, Thanh Hóa, now Cẩm Thạch',
  ]);
});

it('gives a former province with what it is part of now', () => {
  expect(meanings('Quảng Bình')).toContain('former province Quảng Bình, now Quảng Trị');
  expect(meanings('tỉnh Quảng Trị')).toEqual(['province Quảng Trị']);
});

it('is narrowed by the word for the kind of unit', () => {
  expect(meanings('huyện Quảng Ninh')).toEqual(['Huyện Quảng Ninh, Quảng Bình, now Quảng Trị']);
  expect(meanings('tỉnh Quảng Ninh')).toEqual(['province Quảng Ninh']);
});

it('reads a name typed without marks', () => {
  expect(meanings('quang ninh')).toEqual(meanings('Quảng Ninh'));
});

it('finds nothing for an empty or unknown name', () => {
  expect(meanings(' ')).toEqual([]);
  expect(meanings('Atlantis')).toEqual([]);
});

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(resolveName(places.index, text))));
});
