import { expect, test } from 'vitest';
import { keptAddress } from '../../src/domain/trace-path.ts';

test.each([
  ['/01/09524000000101', undefined, '09524000000101', ['/01/09524000000101']],
  ['/01/9524000000101/', undefined, '09524000000101', ['/01/09524000000101']],
  ['/01/09524000000101/10/L-7/21/S%2F1', undefined, '09524000000101', ['/01/09524000000101/10/L-7/21/S%2F1', '/01/09524000000101/10/L-7', '/01/09524000000101']],
  ['/T/0s4gg9r83c/10/H-1', undefined, '0S4GG9R83C', ['/t/0S4GG9R83C/10/H-1', '/t/0S4GG9R83C']],
  ['/en/t/0S4GG9R83C', 'en', '0S4GG9R83C', ['/en/t/0S4GG9R83C']],
])('%s', (path, language, code, levels) => {
  expect(keptAddress(path)).toEqual({ language, code, levels });
});

test.each(['/', '/01/', '/tinh/ha-tinh/', '/fr/01/09524000000101', '/san-pham/01/x', '/t'])('%s is no trace page', (path) => {
  expect(keptAddress(path)).toBeUndefined();
});
