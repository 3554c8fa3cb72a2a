import { expect, test } from 'vitest';
import { touchedPaths } from '../../../src/server/automatic/touched-paths.ts';

test('gives each path once, and starts anew after it was asked', () => {
  const touched = touchedPaths();
  for (const path of ['a', 'b', 'a']) touched.add(path);
  expect(touched.take()).toEqual(['a', 'b']);
  touched.add('c');
  expect(touched.take()).toEqual(['c']);
});

test('tells nothing when nothing was reported, or when something was that nobody knows', () => {
  const touched = touchedPaths();
  expect(touched.take()).toBeUndefined();
  touched.add('a');
  touched.add(null);
  touched.add('b');
  expect(touched.take()).toBeUndefined();
  touched.add('c');
  expect(touched.take()).toEqual(['c']);
});
