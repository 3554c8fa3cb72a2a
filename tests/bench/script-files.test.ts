import { expect, test } from 'vitest';
import { scriptFiles } from './script-files.ts';

const SITE: Readonly<Record<string, string>> = {
  '/assets/page.js': 'import{a as b}from"./a.js";import"./b.js";b();document.onclick=()=>import("./late.js")',
  '/assets/a.js': 'import{x}from"./b.js";export const a=x',
  '/assets/b.js': 'export const x=1',
  '/assets/inline.js': 'export{}',
};

test('counts what a page names and what that imports, each once, and nothing that waits for a tap', async () => {
  const html = '<script type="application/ld+json">{"a":"import \'/no.js\'"}</script><script type="module" src="/assets/page.js"></script><script type="module">import"/assets/inline.js";</script>';
  const files = await scriptFiles(html, async (path) => SITE[path] ?? Promise.reject(new Error(`asked for ${path}`)));
  expect([...files.keys()].sort()).toEqual(['/assets/a.js', '/assets/b.js', '/assets/inline.js', '/assets/page.js']);
  expect(files.get('/assets/b.js')).toBe(SITE['/assets/b.js']);
});
