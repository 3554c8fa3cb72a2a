import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../src/domain/base64url.ts';

test('bytes come back, in the form that every other library writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('text in any other form is refused, so that no two texts mean the same bytes', () => {
  for (const wrong of ['A', 'AB=', 'AA==', 'A+', 'A/', 'A A', 'AAAA\n', 'AB', 'AAB', 'é', 'AAAAA']) expect(decodeBase64url(wrong), wrong).toBeUndefined();
});
