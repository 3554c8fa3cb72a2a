import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIssuedCode } from '../../../src/domain/lot.ts';
import { issueSerials, linesOf, SERIAL_LENGTH, serialHash, serialsCsv, serialsFile } from '../../../src/trace/labels/serials.ts';

test('a batch has as many serials as asked for, no two alike, each of 12 characters that may be issued', () => {
  const { serials, hashes } = issueSerials('L-1', 5_000, [], randomBytes);
  expect(new Set(serials).size).toBe(5_000);
  expect(new Set(hashes).size).toBe(5_000);
  expect(serials.filter((serial) => !/^[0-9A-HJKMNP-TV-Z]{12}$/.test(serial) || !isIssuedCode(serial))).toEqual([]);
});

test('every character of the alphabet occurs about equally often', () => {
  const counts = new Map<string, number>();
  for (const letter of issueSerials('L-1', 4_000, [], randomBytes).serials.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(32);
  // 1,500 expected; eight standard deviations leave no room for chance.
  for (const count of counts.values()) expect(Math.abs(count - 1_500)).toBeLessThan(310);
});

test('a serial that comes up again, or was issued before, is drawn anew', () => {
  const draws = [0, 0, 1, 2].map((value) => new Uint8Array(SERIAL_LENGTH).fill(value));
  const next = (): Uint8Array => draws.shift() as Uint8Array;
  const known = [serialHash('L-1', '1'.repeat(12))];
  expect(issueSerials('L-1', 2, known, next).serials).toEqual(['0'.repeat(12), '2'.repeat(12)]);
});

test('the hash is the first 64 bits of SHA-256 over lot and serial', () => {
  expect(serialHash('L-1', '7K2M9QX4TBAB')).toBe(createHash('sha256').update('L-1 7K2M9QX4TBAB').digest('hex').slice(0, 16));
  expect(serialHash('L-2', '7K2M9QX4TBAB')).not.toBe(serialHash('L-1', '7K2M9QX4TBAB'));
});

test('the file keeps every hash once, sorted, and never a serial', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (batches) => {
      let text: string | undefined;
      const all: string[] = [];
      for (const count of batches) {
        const { serials, hashes } = issueSerials('L-1', count, linesOf(text), randomBytes);
        text = serialsFile(text, hashes);
        all.push(...hashes);
        for (const serial of serials) expect(text).not.toContain(serial);
      }
      expect(text).toBe(`${[...all].sort().join('\n')}\n`);
    }),
  );
});

test('the list for a label machine opens in Excel and names number, serial and address', () => {
  expect(serialsCsv([{ serial: 'A', address: 'https://ocop.example/t/X/21/A' }])).toBe('\ufeffstt,so_seri,dia_chi\r\n1,A,https://ocop.example/t/X/21/A\r\n');
});
