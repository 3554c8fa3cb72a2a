import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/domain/calendar-day.ts';
import { certificateOn, certificatesOf, type Certificate } from '../../src/domain/certificate.ts';
import { statusOn } from '../../src/domain/certificate-status.ts';
import { nextStatusDay, statusDays, type ProductCertificates, type StatusDay } from '../../src/domain/status-days.ts';
import { act, anyHistory, anyViewingDay } from './histories.ts';

const someRegister = fc
  .array(anyHistory, { maxLength: 4 })
  .map((histories) =>
    histories.map((acts, place) => ({ productId: `p${place}`, certificates: certificatesOf(acts.map((one) => ({ ...one, productId: `p${place}` }))) })),
  );
const someSpan = fc.tuple(anyViewingDay, fc.integer({ min: 0, max: 900 })).map(([from, days]) => [from, addDays(from, days)] as const);

/** Looks at every day, as a person with a calendar would. */
function byLooking(register: readonly ProductCertificates[], from: string, to: string): StatusDay[] {
  return Array.from({ length: daysBetween(from, to) }, (_, nth) => addDays(from, nth + 1)).flatMap((day) => {
    const changed = ({ certificates }: ProductCertificates): Certificate[] =>
      certificates.filter((certificate) => {
        const [before, now] = [statusOn(certificate, addDays(day, -1)), statusOn(certificate, day)];
        return before.status !== now.status || before.reason !== now.reason;
      });
    const products = register.filter(
      (product) => changed(product).length > 0 || certificateOn(product.certificates, day) !== certificateOn(product.certificates, addDays(day, -1)),
    );
    if (products.length === 0) return [];
    return [{ day, products: products.map(({ productId }) => productId).sort(), certificates: register.flatMap(changed).map(({ id }) => id).sort() }];
  });
}

test('the days and what changes on them are those that looking at every day finds', () => {
  fc.assert(
    fc.property(someRegister, someSpan, (register, [from, to]) => {
      expect(statusDays(register, from, to)).toEqual(byLooking(register, from, to));
    }),
    { numRuns: 120 },
  );
});

test('the next day is the first of them', () => {
  fc.assert(
    fc.property(someRegister, anyViewingDay, (register, from) => {
      expect(nextStatusDay(register, from)).toBe(statusDays(register, from, '9999-12-31')[0]?.day);
    }),
  );
});

test('of a span cut in two, each part finds its own days', () => {
  fc.assert(
    fc.property(someRegister, someSpan, someSpan, (register, [from, middle], [, later]) => {
      const to = later > middle ? later : middle;
      expect([...statusDays(register, from, middle), ...statusDays(register, middle, to)]).toEqual(statusDays(register, from, to));
    }),
  );
});

test('a star of 14/11/2023 begins, ends in sight 180 days before its end, and has ended the day after it', () => {
  const certificates = certificatesOf([act({ id: 'a', kind: 'recognition', signedOn: '2023-11-14' })]);
  const days = statusDays([{ productId: 'p', certificates }], '2020-01-01', '2030-01-01');
  expect(days.map(({ day }) => day)).toEqual(['2023-11-14', '2026-05-18', '2026-11-15']);
  expect(days[0]).toEqual({ day: '2023-11-14', products: ['p'], certificates: ['p--a'] });
});

test('a register that nothing is dated in has no such day', () => {
  const certificates = certificatesOf([act({ id: 'a', kind: 'recognition' })]);
  expect(statusDays([{ productId: 'p', certificates }], '1990-01-01', '2090-01-01')).toEqual([]);
  expect(nextStatusDay([{ productId: 'p', certificates }], '1990-01-01')).toBeUndefined();
});
