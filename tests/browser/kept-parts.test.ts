import { afterEach, expect, test, vi } from 'vitest';
import { assetsIn, keepPart } from '../../src/browser/kept-parts.ts';
import { FakeCache, ORIGIN } from './fake-cache.ts';

afterEach(() => vi.unstubAllGlobals());

test('finds what a page and a script name, in every kind of quotes', () => {
  const page = '<script type="module" src="/assets/Trace.astro_x.CEvwgirJ.js"></script><link rel="stylesheet" href="/assets/proof.Ab-1.css"><img src="/media/photo/x-360.webp">';
  expect(assetsIn(page)).toEqual(['/assets/Trace.astro_x.CEvwgirJ.js', '/assets/proof.Ab-1.css']);
  expect(assetsIn('import{t}from"./a.B1.js";await import(`./b.C2.js`);x(\'./c.js\')')).toEqual(['/assets/a.B1.js', '/assets/b.C2.js', '/assets/c.js']);
  expect(assetsIn('fetch("/data/x.json");"../y.js"')).toEqual([]);
});

test('keeps a script with all that it imports, once, though they import one another', async () => {
  const scripts: Record<string, string> = { '/assets/a.js': 'import"./b.js"', '/assets/b.js': 'import"./a.js";import(`./c.js`)', '/assets/c.js': '1' };
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return new Response(scripts[path], { status: scripts[path] === undefined ? 404 : 200 });
  });
  const parts = new FakeCache();
  await keepPart(parts.asCache(), '/assets/a.js', () => 0);
  expect([asked.splice(0), (await parts.keys()).map(({ url }) => url.slice(ORIGIN.length))]).toEqual([Object.keys(scripts), Object.keys(scripts)]);
  // What came only half the last time is made whole.
  await parts.delete('/assets/c.js');
  await keepPart(parts.asCache(), '/assets/a.js', () => 0);
  expect(asked).toEqual(['/assets/c.js']);
});
