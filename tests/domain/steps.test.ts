import { expect, test } from 'vitest';
import { atOnce, eachInSteps, inSteps, mapInSteps, type Steps } from '../../src/domain/steps.ts';

const NUMBERS = Array.from({ length: 1_001 }, (_, at) => at);
const stepsOf = (steps: Steps<unknown>): number => {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
};

test('what is made in steps is what is made at once, in order', async () => {
  const twice = NUMBERS.map((number) => number * 2);
  expect(atOnce(mapInSteps(NUMBERS, (number) => number * 2))).toEqual(twice);
  let pauses = 0;
  expect(await inSteps(mapInSteps(NUMBERS, (number, at) => number + at), async () => (pauses += 1))).toEqual(twice);
  expect(pauses).toBe(stepsOf(mapInSteps(NUMBERS, String)));
  expect(pauses).toBeGreaterThan(2);
  const seen: [number, number][] = [];
  atOnce(eachInSteps(new Set([7, 8]), (item, at) => void seen.push([item, at])));
  expect(seen).toEqual([[7, 0], [8, 1]]);
});

test('a step that fails fails the whole, and nothing is done after it', async () => {
  const done: number[] = [];
  const steps = eachInSteps(NUMBERS, (number) => {
    if (number === 600) throw new Error('of 600');
    done.push(number);
  });
  await expect(inSteps(steps, async () => undefined)).rejects.toThrow('of 600');
  expect(done.at(-1)).toBe(599);
});
