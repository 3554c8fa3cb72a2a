import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalPath } from '../../src/server/http/canonical-path.ts';

test.each([
  ['/', '/'],
  ['//', '/'],
  ['/a', '/a'],
  ['/a/', '/a/'],
  ['/a//b/', '/a/b/'],
  ['/%61/', '/a/'],
  ['/n%C6%B0%E1%BB%9Bc/', '/n%C6%B0%E1%BB%9Bc/'],
  ['/nu%CC%9Bo%CC%9B%CC%81c/', '/n%C6%B0%E1%BB%9Bc/'],
  ['/01/09521234543213/10/A%2FB', '/01/09521234543213/10/A%2FB'],
])('%s is %s', (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

test.each(['', 'a', '*', 'http://x/', '/%', '/%FF/', '/%00', '/a%0d%0aset-cookie:x', '/..', '/../a', '/%2e%2e/a', '/a/./b', '/a%5Cb', '/..%2Fa', '/a%2F..%2Fb'])(
  '%j is no address here',
  (path) => {
    expect(canonicalPath(path)).toBeUndefined();
  },
);

test('whatever comes in, what comes out is ASCII, stays inside, and is its own canonical form', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webPath(), fc.string().map((text) => `/${text}`), fc.string({ unit: 'binary' }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`)), (path) => {
      const canonical = canonicalPath(path);
      if (canonical === undefined) return;
      expect(canonical).toMatch(/^\/(?!\/)[\u0021-\u007e]*$/);
      expect(canonical.split('/')).not.toContain('..');
      expect(canonicalPath(canonical)).toBe(canonical);
    }),
  );
});
