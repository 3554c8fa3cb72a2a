import { beforeAll, expect, test } from 'vitest';
import { staticSearchPath } from '../../src/paths.ts';
import { staticSearchFiles } from '../../src/publish/static-search.ts';
import type { Shipped } from '../../src/results/shipped.ts';
import { answerSuggestions, openNames } from '../../src/results/shipped-answers.ts';
import type { StaticIndex } from '../../src/results/static-index.ts';
import { decodePlaces } from '../../src/search/embedded/decode-places.ts';
import { openShippedSearch } from '../../src/search/embedded/open-shipped-search.ts';
import { DAY, openRealRegister } from '../search/real-register.ts';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = new Map((await staticSearchFiles(openRealRegister(true).catalogue, DAY)).map(({ path, body }) => [path, body]));
});

async function open(): Promise<Shipped> {
  const index = JSON.parse(files.get(staticSearchPath) as string) as StaticIndex;
  const search = await openShippedSearch([files.get(index.head) as string], decodePlaces(files.get(index.places) as string), index.groups);
  return { search, index, isWhole: false };
}

test('suggestions that are asked for while the names are being made ready are the same as ever', async () => {
  const suggest = (shipped: Shipped): unknown => answerSuggestions(shipped, { text: 'cam', most: 10, language: 'vi' }, DAY);
  const expected = suggest(await open());
  expect(JSON.stringify(expected)).toContain('Cẩm');
  for (const askedAt of [1, 15, 39]) {
    const shipped = await open();
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
  const shipped = await open();
  let pauses = 0;
  const pause = async (): Promise<void> => void (pauses += 1);
  await openNames(shipped, 'vi', DAY, pause);
  expect(pauses).toBeGreaterThan(30);
  const made = pauses;
  await openNames(shipped, 'vi', DAY, pause);
  expect(pauses).toBe(made);
});
