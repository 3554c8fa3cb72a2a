import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ResidentBodies, type Resident } from '../../src/server/http/resident-bodies.ts';

const LIMIT = 1_000;

function resident(bytes: number, dropped: Set<Resident>): Resident {
  const made: Resident = { bytes, used: true, drop: () => void dropped.add(made) };
  return made;
}

test('whatever comes and is used, memory stays within the limit and what counts is what was not dropped', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 1_500 }), used: fc.boolean(), removed: fc.boolean() }), { maxLength: 60 }), (steps) => {
      const bodies = new ResidentBodies(LIMIT);
      const dropped = new Set<Resident>();
      const kept = new Set<Resident>();
      for (const step of steps) {
        const added = resident(step.bytes, dropped);
        bodies.add(added);
        kept.add(added);
        if (step.removed) {
          bodies.remove(added);
          kept.delete(added);
        }
        for (const one of kept) one.used ||= step.used;
        const total = [...kept].filter((one) => !dropped.has(one)).reduce((sum, one) => sum + one.bytes, 0);
        expect(bodies.bytes).toBe(total);
        expect(total).toBeLessThanOrEqual(LIMIT);
      }
    }),
  );
});

test('a body used since the last sweep outlives one that was not', () => {
  const dropped = new Set<Resident>();
  const bodies = new ResidentBodies(LIMIT);
  const [popular, forgotten, next, last] = [400, 400, 400, 400].map((bytes) => resident(bytes, dropped)) as [Resident, Resident, Resident, Resident];
  bodies.add(popular);
  bodies.add(forgotten);
  popular.used = true;
  forgotten.used = false;
  bodies.add(next);
  expect([dropped.has(popular), dropped.has(forgotten)]).toEqual([false, true]);
  bodies.add(last);
  expect(dropped.size).toBe(2);
});

test('a body larger than the whole limit is not kept', () => {
  const dropped = new Set<Resident>();
  const bodies = new ResidentBodies(LIMIT);
  const huge = resident(5_000, dropped);
  bodies.add(huge);
  expect([bodies.bytes, dropped.has(huge)]).toEqual([0, true]);
});
