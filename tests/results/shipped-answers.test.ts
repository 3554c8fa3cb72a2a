import { beforeAll, expect, test } from 'vitest';
import type { Shipped } from '../../src/results/shipped.ts';
import { answerSuggestions, openNames } from '../../src/results/shipped-answers.ts';
import { DAY } from '../search/real-register.ts';
import { shipRealRegister, type ShippedRegister } from '../search/shipped-register.ts';

let register: ShippedRegister;
beforeAll(async () => {
  register = await shipRealRegister();
});

test('suggestions that are asked for while the names are being made ready are the same as ever', async () => {
  const suggest = (shipped: Shipped): unknown => answerSuggestions(shipped, { text: 'cam', most: 10, language: 'vi' }, DAY);
  const expected = suggest(await register.head());
  expect(JSON.stringify(expected)).toContain('Cẩm');
  for (const askedAt of [1, 15, 39]) {
    const shipped = await register.head();
    let [pauses, asked]: [number, unknown] = [0, undefined];
    await openNames(shipped, 'vi', DAY, async () => {
      pauses += 1;
      if (pauses === askedAt) asked = suggest(shipped);
    });
    // It builds what is missing itself, and nothing is left to do.
    expect([pauses, asked]).toEqual([askedAt, expected]);
    expect(suggest(shipped)).toEqual(expected);
  }
});

test('names are made ready in many small steps, once', async () => {
  const shipped = await register.head();
  let pauses = 0;
  const pause = async (): Promise<void> => void (pauses += 1);
  await openNames(shipped, 'vi', DAY, pause);
  expect(pauses).toBeGreaterThan(30);
  const made = pauses;
  await openNames(shipped, 'vi', DAY, pause);
  expect(pauses).toBe(made);
});
