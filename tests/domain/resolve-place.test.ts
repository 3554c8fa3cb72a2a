import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import type { PlaceAsSigned } from '../../src/domain/decision.ts';
import type { PlaceEra, ResolvedPlace } from '../../src/domain/place.ts';
import { districtLabel } from '../../src/domain/place-label.ts';
import { resolvePlace } from '../../src/domain/resolve-place.ts';

const { places } = loadPlaces(fileURLToPath(new URL('../../content/places', import.meta.url)));
const BEFORE: PlaceEra = 'before-2025-07-01';

/** "Cẩm Duệ (Hà Tĩnh)", "split: A | B (Hà Nội)", "Hà Tĩnh / Huyện Cẩm Xuyên / ? Cẩm Xyz", … */
function inWords(resolved: ResolvedPlace): string {
  if (resolved.kind === 'nothing') return 'nothing';
  if (resolved.kind === 'commune') return `${resolved.commune.name} (${resolved.province.name})`;
  if (resolved.kind === 'provinces') return `ambiguous: ${resolved.provinces.map(({ name }) => name).join(' | ')}`;
  if (resolved.kind === 'communes') {
    const where = resolved.province?.name ?? 'several provinces';
    return `${resolved.why}: ${resolved.communes.map(({ name }) => name).join(' | ')} (${where})`;
  }
  const { province, district, unresolvedDistrict, unresolvedCommune } = resolved;
  return [province.name, district, unresolvedDistrict && `? ${unresolvedDistrict}`, unresolvedCommune && `? ${unresolvedCommune}`]
    .filter(Boolean).join(' / ');
}

function resolve(signed: string, era: PlaceEra = BEFORE): string {
  const [commune, district, province] = signed.split(',').map((name) => name.trim());
  return inWords(resolvePlace(places.index, { commune, district, province }, era));
}

describe('a commune of before 01/07/2025 with its district and province', () => {
  it.each([
    ['Thị trấn Thiên Cầm, Cẩm Xuyên, Hà Tĩnh', 'Thiên Cầm (Hà Tĩnh)'],
    ['Cẩm Nhượng, Cẩm Xuyên, Hà Tĩnh', 'Thiên Cầm (Hà Tĩnh)'],
    ['Nam Phúc Thăng, Cẩm Xuyên, Hà Tĩnh', 'Thiên Cầm (Hà Tĩnh)'],
    ['Cẩm Quan, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Xuyên (Hà Tĩnh)'],
    ['Cẩm Dương, Cẩm Xuyên, Hà Tĩnh', 'Yên Hòa (Hà Tĩnh)'],
    ['Cẩm Mỹ, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['Cẩm Thạch, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['Cẩm Duệ, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['Cẩm Hà, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Hưng (Hà Tĩnh)'],
    ['Cẩm Lĩnh, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Trung (Hà Tĩnh)'],
    ['Cẩm Minh, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Lạc (Hà Tĩnh)'],
    ['Cẩm Thành, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Bình (Hà Tĩnh)'],
    ['Thạch Bình, Thành phố Hà Tĩnh, Hà Tĩnh', 'Cẩm Bình (Hà Tĩnh)'],
    ['Cẩm Bình, Cẩm Thủy, Thanh Hóa', 'Cẩm Thạch (Thanh Hóa)'],
    ['Mường Báng, Tủa Chùa, Điện Biên', 'Tủa Chùa (Điện Biên)'],
    ['Lao Xả Phình, Tủa Chùa, Điện Biên', 'Sín Chải (Điện Biên)'],
    ['Tả Phìn, Tủa Chùa, Điện Biên', 'Sính Phình (Điện Biên)'],
    ['Huổi Só, Tủa Chùa, Điện Biên', 'Tủa Thàng (Điện Biên)'],
    ['Mường Đun, Tủa Chùa, Điện Biên', 'Sáng Nhè (Điện Biên)'],
    ['Thị trấn Quán Hàu, Quảng Ninh, Quảng Bình', 'Quảng Ninh (Quảng Trị)'],
    ['Hải Ninh, Quảng Ninh, Quảng Bình', 'Ninh Châu (Quảng Trị)'],
    ['Vạn Ninh, Quảng Ninh, Quảng Bình', 'Trường Ninh (Quảng Trị)'],
    ['Trường Xuân, Quảng Ninh, Quảng Bình', 'Trường Sơn (Quảng Trị)'],
  ])('%s is today %s', (signed, today) => {
    expect(resolve(signed)).toBe(today);
  });

  it('resolves to exactly its successors, for every one in the official table', () => {
    const districts = new Map(places.formerDistricts.map((district) => [district.code, district]));
    const provinces = new Map(places.formerProvinces.map((province) => [province.code, province]));
    const edges = Map.groupBy(places.changes.filter((change) => change.formerCode !== undefined), (change) => change.formerCode);
    const wrong = [...edges.values()].filter((changes) => {
      const [first] = changes;
      const district = districts.get(first?.districtCode ?? '');
      if (first === undefined || district === undefined) return true;
      const main = changes.filter((change) => change.main === true);
      const expected = (main.length > 0 ? main : changes).map((change) => change.communeCode);
      const signed = { commune: first.formerName, district: districtLabel(district), province: provinces.get(district.formerProvinceCode)?.name };
      return codesOf(resolvePlace(places.index, signed, BEFORE)).join() !== expected.join();
    });
    expect(edges.size).toBe(10_035);
    expect(wrong).toEqual([]);
  });

  it('is found under a name or in a district that it had left before', () => {
    expect(resolve('Cẩm Vịnh, Cẩm Xuyên, Hà Tĩnh')).toBe('Cẩm Bình (Hà Tĩnh)');
    expect(resolve('Cẩm Vịnh, TP Hà Tĩnh, Hà Tĩnh')).toBe('Cẩm Bình (Hà Tĩnh)');
    expect(resolve('Sơn Hàm, Hương Sơn, Hà Tĩnh')).toBe(resolve('Kim Hoa, Hương Sơn, Hà Tĩnh'));
    expect(resolve('Bản Khoang, Huyện Sa Pa, Lào Cai')).toBe(resolve('Ngũ Chỉ Sơn, Thị xã Sa Pa, Lào Cai'));
    expect(resolve('Lộc Thủy, Phú Lộc, Thừa Thiên Huế')).toBe('Chân Mây - Lăng Cô (Huế)');
  });

  it('shows every candidate of a split commune in the order of the official table', () => {
    expect(resolve('Đại Nài, Thành phố Hà Tĩnh, Hà Tĩnh')).toBe('split: Thành Sen | Hà Huy Tập (Hà Tĩnh)');
    expect(resolve('Ngọc Hà, Ba Đình, Hà Nội')).toBe('split: Ba Đình | Ngọc Hà (Hà Nội)');
  });

  it('goes to the one that got all its people where only land went elsewhere', () => {
    const landOnly = places.changes.find((change) => change.share === 'part_area_all_people');
    const district = places.formerDistricts.find(({ code }) => code === landOnly?.districtCode);
    const province = places.formerProvinces.find(({ code }) => code === district?.formerProvinceCode);
    const signed = { commune: landOnly?.formerName, district: district?.name, province: province?.name };
    expect(resolvePlace(places.index, signed, BEFORE)).toMatchObject({ kind: 'commune', commune: { code: landOnly?.communeCode } });
  });

  it('goes before a name that had gone out of use in the same district', () => {
    expect(resolve('Yên Bình, Yên Bình, Yên Bái')).toBe('Yên Bình (Lào Cai)');
    expect(resolve('Xã Yên Bình, Yên Bình, Yên Bái')).toBe('Thác Bà (Lào Cai)');
    expect(resolve('Yên Bình,, Yên Bái')).toBe('ambiguous: Yên Bình | Thác Bà (Lào Cai)');
  });

  it('is not certain beside a namesake whose successor nobody determined', () => {
    expect(resolve('Quang Vinh, Trùng Khánh, Cao Bằng')).toBe('Quang Hán (Cao Bằng)');
    expect(resolve('Quang Vinh,, Cao Bằng')).toBe('ambiguous: Quang Hán (Cao Bằng)');
    expect(resolve('Đỉnh Bàn,, Hà Tĩnh')).toBe('Thạch Khê (Hà Tĩnh)');
  });

  it('stays unresolved when its name is retired and nobody determined a successor', () => {
    expect(resolve('Đông Xuân, Thành phố Thanh Hóa, Thanh Hóa')).toBe('Thanh Hóa / Thành phố Thanh Hóa / ? Đông Xuân');
    expect(resolve('Xã Phố Lu, Bảo Thắng, Lào Cai')).toBe('Lào Cai / Huyện Bảo Thắng / ? Xã Phố Lu');
  });

  it('is left open between a thị trấn and a xã of one name in one district, unless the kind is written', () => {
    expect(resolve('Mường Tè, Mường Tè, Lai Châu')).toBe('ambiguous: Bum Tở | Mường Tè (Lai Châu)');
    expect(resolve('Thị trấn Mường Tè, Mường Tè, Lai Châu')).toBe('Bum Tở (Lai Châu)');
    expect(resolve('Xã Mường Tè, Mường Tè, Lai Châu')).toBe('Mường Tè (Lai Châu)');
  });
});

describe('spelling', () => {
  it.each([
    ['TT. Thiên Cầm, H. Cẩm Xuyên, T. Hà Tĩnh', 'Thiên Cầm (Hà Tĩnh)'],
    ['Xã Cẩm Mỹ, Huyện Cẩm Xuyên, Tỉnh Hà Tĩnh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['xa cam my, huyen cam xuyen, ha tinh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['Cẩm Mĩ, Cẩm Xuyên, Hà Tĩnh', 'Cẩm Duệ (Hà Tĩnh)'],
    ['Thiên Cẩm, Cẩm Xuyên, Hà Tĩnh', 'Thiên Cầm (Hà Tĩnh)'],
    ['Xín Chải, Tủa Chùa, Điện Biên', 'Sín Chải (Điện Biên)'],
    ['Sín Chải, Tủa Chùa, Điện Biên', 'Sín Chải (Điện Biên)'],
    ['Yên Hoà, Cẩm Xuyên, Hà Tĩnh', 'Yên Hòa (Hà Tĩnh)'],
    ['Phường 01, Quận 3, TP. Hồ Chí Minh', 'Bàn Cờ (Hồ Chí Minh)'],
    ['P.1, Q.3, TP Hồ Chí Minh', 'Bàn Cờ (Hồ Chí Minh)'],
    ['Phường Đúc, TP Huế, Thừa Thiên Huế', 'Thuận Hóa (Huế)'],
    ['Xa Dung, Điện Biên Đông, Điện Biên', 'Xa Dung (Điện Biên)'],
  ])('%s is %s', (signed, today) => {
    expect(resolve(signed)).toBe(today);
  });

  it('does not mind decomposed Unicode', () => {
    expect(resolve('Xã Cẩm Mỹ, Cẩm Xuyên, Hà Tĩnh'.normalize('NFD'))).toBe('Cẩm Duệ (Hà Tĩnh)');
  });

  it('compares the marks before it folds them', () => {
    expect(resolve('Ba Tơ,, Quảng Ngãi', 'current')).toBe('Ba Tơ (Quảng Ngãi)');
    expect(resolve('Ba Tô,, Quảng Ngãi', 'current')).toBe('Ba Tô (Quảng Ngãi)');
    expect(resolve('Ba To,, Quảng Ngãi', 'current')).toBe('ambiguous: Ba Tơ | Ba Tô (Quảng Ngãi)');
  });
});

describe('names that are missing, unknown or mean several places', () => {
  it.each(['', ',,', '  , ,\t', 'Nowhere,,', 'Cẩm Mỹ, Cẩm Xuyên, Nowhere', ', Nowhere,'])('"%s" resolves to nothing', (signed) => {
    expect(resolve(signed)).toBe('nothing');
    expect(resolve(signed, 'current')).toBe('nothing');
  });

  it.each([
    [',, Hà Tĩnh', 'Hà Tĩnh'],
    [', Quảng Ninh, Quảng Bình', 'Quảng Trị / Huyện Quảng Ninh'],
    [', Cẩm Xuyên,', 'Hà Tĩnh / Huyện Cẩm Xuyên'],
    [',, Quảng Bình', 'Quảng Trị'],
    [',, Trà Vinh', 'Vĩnh Long'],
    [',, Thừa Thiên Huế', 'Huế'],
    [',, Bà Rịa-Vũng Tàu', 'Hồ Chí Minh'],
    ['Cẩm Xyz, Cẩm Xuyên, Hà Tĩnh', 'Hà Tĩnh / Huyện Cẩm Xuyên / ? Cẩm Xyz'],
    ['Cẩm Mỹ, Hương Sơn, Hà Tĩnh', 'Hà Tĩnh / Huyện Hương Sơn / ? Cẩm Mỹ'],
    ['Cẩm Mỹ, Xyz, Hà Tĩnh', 'Hà Tĩnh / ? Xyz / ? Cẩm Mỹ'],
    [', Kỳ Anh, Hà Tĩnh', 'Hà Tĩnh / Kỳ Anh'],
    [', Thị xã Kỳ Anh, Hà Tĩnh', 'Hà Tĩnh / Thị xã Kỳ Anh'],
    [', Châu Thành,', 'ambiguous: Tây Ninh | Đồng Tháp | Vĩnh Long | An Giang | Cần Thơ'],
    [', Huyện Hoàng Sa, Đà Nẵng', 'Hoàng Sa (Đà Nẵng)'],
    ['An Vĩnh, Lý Sơn, Quảng Ngãi', 'Lý Sơn (Quảng Ngãi)'],
  ])('%s is %s', (signed, today) => {
    expect(resolve(signed)).toBe(today);
  });

  it('gives every commune that a bare commune name fits, of both eras', () => {
    expect(resolve('Cẩm Bình,,')).toBe('ambiguous: Cẩm Bình | Cẩm Phả | Cẩm Thạch (several provinces)');
    expect(resolve('Cẩm Mỹ,,')).toBe('ambiguous: Cẩm Mỹ | Cẩm Duệ (several provinces)');
    expect(resolve('Thiên Cầm,,')).toBe('Thiên Cầm (Hà Tĩnh)');
  });
});

describe('a place of today', () => {
  it.each([
    [',, Quảng Ninh', 'Quảng Ninh'],
    ['Quảng Ninh,, Quảng Trị', 'Quảng Ninh (Quảng Trị)'],
    ['xã Quảng Ninh,, Quảng Bình', 'Quảng Ninh (Quảng Trị)'],
    ['đặc khu Lý Sơn,, Quảng Ngãi', 'Lý Sơn (Quảng Ngãi)'],
    ['phường Cẩm Thành,, Quảng Ngãi', 'Cẩm Thành (Quảng Ngãi)'],
    ['Cẩm Mỹ,, Đồng Nai', 'Cẩm Mỹ (Đồng Nai)'],
    ['Cẩm Mỹ,, Hà Tĩnh', 'Hà Tĩnh / ? Cẩm Mỹ'],
    ['Cẩm Duệ, Cẩm Xuyên,', 'Cẩm Duệ (Hà Tĩnh)'],
  ])('%s is %s', (signed, today) => {
    expect(resolve(signed, 'current')).toBe(today);
  });

  it('is found under its own name in its own province, for every one of the 3,321', () => {
    const wrong = places.communes.filter((commune) => {
      const signed = { commune: commune.name, province: places.province(commune.provinceCode)?.name };
      return codesOf(resolvePlace(places.index, signed, 'current')).join() !== commune.code;
    });
    expect(wrong).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Xã', 'TT.', 'P.', 'Quận', 'Cẩm Mỹ', 'Quảng Ninh', 'Huyện ', '1', '__proto__', 'constructor'),
    fc.constant(undefined),
  );
  const signed: fc.Arbitrary<PlaceAsSigned> = fc.record({ commune: name, district: name, province: name });

  it('gets an answer of a known kind, the same each time', () => {
    fc.assert(fc.property(signed, fc.constantFrom<PlaceEra>(BEFORE, 'current'), (place, era) => {
      const resolved = resolvePlace(places.index, place, era);
      expect(['commune', 'communes', 'province', 'provinces', 'nothing']).toContain(resolved.kind);
      expect(resolvePlace(places.index, place, era)).toEqual(resolved);
    }));
  });

  it('never resolves outside the province that is written', () => {
    const old = fc.constantFrom(...places.changes.flatMap(({ formerName }) => formerName ?? []));
    fc.assert(fc.property(old, fc.constantFrom(...places.formerProvinces), (commune, province) => {
      const codes = codesOf(resolvePlace(places.index, { commune, province: province.name }, BEFORE));
      expect(codes.every((code) => places.commune(code)?.provinceCode === province.provinceCode)).toBe(true);
    }));
  });
});

function codesOf(resolved: ResolvedPlace): string[] {
  if (resolved.kind === 'commune') return [resolved.commune.code];
  return resolved.kind === 'communes' ? resolved.communes.map(({ code }) => code) : [];
}
