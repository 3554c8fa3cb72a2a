import { describe, expect, it } from 'vitest';
import { placeAmbiguous } from '../../../src/catalogue/checks/place-ambiguous.ts';
import { placeNotFound } from '../../../src/catalogue/checks/place-not-found.ts';
import type { PlaceAsSigned } from '../../../src/domain/decision.ts';
import { fixtureRegister, TODAY, withDecision, withProduct } from './fixture-register.ts';

const { register } = fixtureRegister();

function problems(place: PlaceAsSigned): string[] {
  const changed = withProduct(register, 'gao-xuyen-huong', () => ({ place }));
  return [placeNotFound, placeAmbiguous].flatMap((check) => check.run(changed, TODAY)).map(({ field, severity }) => `${field} ${severity}`);
}

describe('places of records', () => {
  it('without any name are no problem', () => {
    expect(problems({})).toEqual([]);
  });

  it('of a district or province alone are no problem', () => {
    expect(problems({ district: 'Cẩm Xuyên', province: 'Hà Tĩnh' })).toEqual([]);
    expect(problems({ province: 'Quảng Bình' })).toEqual([]);
  });

  it('that were split have several successors by law, which is no fault of the record', () => {
    expect(problems({ commune: 'Vĩnh Sơn', district: 'Vĩnh Linh', province: 'Quảng Trị' })).toEqual([]);
  });

  it.each([
    ['an unknown province', { province: 'Hà Tỉnh Mới' }, ['place error']],
    ['an unknown district', { district: 'Cẩm Xuyến Xa', province: 'Hà Tĩnh' }, ['place.district error']],
    ['an unknown commune', { commune: 'Không Có', province: 'Hà Tĩnh' }, ['place.commune error']],
    ['a commune of another province', { commune: 'Thiên Cầm', province: 'Cà Mau' }, ['place.commune error']],
    ['a name that two provinces know', { commune: 'Cẩm Mỹ' }, ['place warning']],
  ])('with %s are pointed out', (_, place, expected) => {
    expect(problems(place)).toEqual(expected);
  });

  it('as signed in a decision are checked too', () => {
    const changed = withDecision(register, '2394-qd-ubnd-ha-tinh', ({ lines }) => ({
      lines: lines.map((line) => ({ ...line, asSigned: { place: { commune: 'Không Có', province: 'Hà Tĩnh' } } })),
    }));
    expect(placeNotFound.run(changed, TODAY).map(({ field }) => field)).toEqual(['lines.0.asSigned.place.commune']);
  });
});
