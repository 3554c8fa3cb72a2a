import { expect, it } from 'vitest';
import { isIssuedCode } from '../../src/domain/lot.ts';

it.each(['L7', '20261107-A', '7', 'A-B-C', 'X'.repeat(20)])('the lot code %s may be issued', (code) => {
  expect(isIssuedCode(code)).toBe(true);
});

it.each(['', '-', '-A', 'A-', 'A--B', 'a7', 'LÔ7', 'A 7', 'A/7', 'A.7', 'A_7', 'A7\n', 'X'.repeat(21)])('the lot code %j may not', (code) => {
  expect(isIssuedCode(code)).toBe(false);
});
