import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_ENTRIES, readBitstring, STATUS_VALUES, statusValue, writeBitstring } from '../../src/domain/status-bitstring.ts';
import { withPlaces, withPracticePlaces } from '../../src/domain/status-index.ts';

const someEntries = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.constantFrom(...STATUS_VALUES)), { selector: ([index]) => index, maxLength: 60 });

test('every entry reads what was written, and all others read 0', () => {
  fc.assert(
    fc.property(someEntries, fc.integer({ min: 0, max: LEAST_ENTRIES - 1 }), (entries, other) => {
      const bytes = writeBitstring(entries);
      for (const [index, value] of entries) expect(readBitstring(bytes, index)).toBe(value);
      if (!entries.some(([index]) => index === other)) expect(readBitstring(bytes, other)).toBe('held');
    }),
  );
});

test('the first entry stands in the leftmost bits, as the standard has it', () => {
  const bytes = writeBitstring([[0, 'revoked'], [1, 'unconfirmed'], [3, 'expired'], [4, 'expired']]);
  expect([...bytes.subarray(0, 3)]).toEqual([0b10_11_00_01, 0b01_00_00_00, 0]);
});

test('a list is never shorter than the standard asks, and grows when it must', () => {
  expect(writeBitstring([]).length * 4).toBe(LEAST_ENTRIES);
  expect(writeBitstring([[LEAST_ENTRIES, 'held']]).length * 4).toBeGreaterThan(LEAST_ENTRIES);
});

test('an index outside the list is an error, not a status', () => {
  for (const index of [-1, 0.5, LEAST_ENTRIES, Number.NaN]) expect(() => readBitstring(writeBitstring([]), index)).toThrow(RangeError);
  expect(() => writeBitstring([[-1, 'held']])).toThrow(RangeError);
});

test('only a star that is held reads as valid to a verifier, which knows 0 alone', () => {
  const read = (['valid', 'expiring', 'expired', 'revoked', 'unconfirmed'] as const).map((status) => STATUS_VALUES.indexOf(statusValue(status)) === 0);
  expect(read).toEqual([true, true, false, false, false]);
});

const someIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 });

test('no place ever moves and none is given twice, whatever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(someIds, { maxLength: 8 }), (registers) => {
      let index = withPlaces(new Map(), []);
      for (const ids of registers) {
        const next = withPlaces(index, ids);
        for (const [id, place] of index) expect(next.get(id)).toBe(place);
        for (const id of ids) expect(next.has(id)).toBe(true);
        expect(new Set(next.values()).size).toBe(next.size);
        expect(withPlaces(next, ids)).toBe(next);
        index = next;
      }
      expect([...index.values()].sort((a, b) => a - b)).toEqual([...index.keys()].map((_, nth) => nth));
    }),
  );
});

test('equal registers get equal places, in whatever order they are read', () => {
  fc.assert(
    fc.property(someIds, (ids) => {
      expect([...withPlaces(new Map(), ids)]).toEqual([...withPlaces(new Map(), [...ids].reverse())]);
    }),
  );
});

test('practice certificates stand at the end of the list and move nothing', () => {
  const real = withPlaces(new Map(), ['a', 'b']);
  expect([...withPracticePlaces(real, ['y', 'x'], 100)]).toEqual([['a', 0], ['b', 1], ['x', 99], ['y', 98]]);
});
