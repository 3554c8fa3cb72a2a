import fc from 'fast-check';
import type { Act, ActKind } from '../../src/domain/decision.ts';
import { temporal } from './days.ts';

/** An act of a decision on one product; only what a test is about is given. */
export function act(facts: Partial<Act> & Pick<Act, 'id' | 'kind'>): Act {
  return { productId: 'p', basis: 'read', sources: [], sample: false, decisionId: facts.id, ...facts };
}

export const GRANTS: readonly ActKind[] = ['recognition', 'renewal', 'upgrade', 'downgrade'];
const KINDS: readonly ActKind[] = [...GRANTS, 'revocation', 're-evaluation-filed'];

/** Few days, so that several acts meet on one, and days 36 months apart, so that ends and beginnings meet. */
const someDay = fc.oneof(
  fc.constantFrom('2020-02-29', '2021-05-31', '2023-02-28', '2023-03-01', '2023-11-14', '2024-02-29', '2026-11-14', '2026-11-15', '2027-02-28'),
  fc.integer({ min: 0, max: 3300 }).map((days) => temporal.add('2019-01-01', { days })),
);
const somePartial = fc.tuple(someDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
const stars = fc.constantFrom(3, 4, 5, undefined) as fc.Arbitrary<3 | 4 | 5 | undefined>;

const signed = fc.record({ kind: fc.constantFrom(...KINDS), stars, signedOn: someDay });
const attested = fc.record({ kind: fc.constantFrom(...KINDS), stars, attestedOn: somePartial });
const lapsed = fc.record({ kind: fc.constant<ActKind>('recognition'), stars, attestedOn: somePartial }).map((facts) => ({ ...facts, lapsedBy: facts.attestedOn }));
const undated = fc.record({ kind: fc.constantFrom(...GRANTS), stars });
const stated = fc.record({ kind: fc.constantFrom(...GRANTS), stars, signedOn: someDay, months: fc.integer({ min: 0, max: 60 }) })
  .map(({ months, ...facts }) => ({ ...facts, statedValidUntil: temporal.add(facts.signedOn, { months }) }));

function withIds(facts: readonly Partial<Act>[]): Act[] {
  return facts.map((fact, place) => act({ id: `a${(place * 7) % 10}${place}`, kind: 'recognition', ...fact }));
}

/** Histories of dated decisions only: everything about them is certain. */
export const datedHistory: fc.Arbitrary<Act[]> = fc.array(fc.oneof(signed, stated), { maxLength: 8 }).map(withIds);

/** Histories of every kind of evidence. */
export const anyHistory: fc.Arbitrary<Act[]> =
  fc.array(fc.oneof(signed, stated, attested, lapsed, undated), { maxLength: 8 }).map(withIds);

export const anyViewingDay: fc.Arbitrary<string> =
  fc.oneof(someDay, fc.integer({ min: 0, max: 5500 }).map((days) => temporal.add('2018-01-01', { days })));
