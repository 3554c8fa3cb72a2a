import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jwkOf, readKeySet, thumbprintText, type PublishedKey } from '../../src/domain/published-key.ts';

/** RFC 8037, appendix A. */
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const key: PublishedKey = { keyId: 'a', x: X, notBefore: '2026-11-22' };
const retired: PublishedKey = { keyId: 'b', x: X, notBefore: '2026-01-01', retiredOn: '2026-11-22' };
const leaked: PublishedKey = { ...retired, keyId: 'c', leaked: true };
const setOf = (...keys: unknown[]): string => JSON.stringify({ keys });

test('a key is named by the thumbprint of RFC 7638, as in RFC 8037', () => {
  expect(createHash('sha256').update(thumbprintText(X)).digest('base64url')).toBe(THUMBPRINT);
});

test('keys come back from the set in which they are published', () => {
  expect(readKeySet(setOf(...[key, retired, leaked].map(jwkOf)))).toEqual([key, retired, leaked]);
});

test('days begin at midnight in Việt Nam, and nothing secret stands in the set', () => {
  expect(jwkOf(leaked)).toEqual({
    kty: 'OKP',
    crv: 'Ed25519',
    x: X,
    kid: 'c',
    alg: 'EdDSA',
    use: 'sig',
    nbf: Date.parse('2026-01-01T00:00:00+07:00') / 1000,
    exp: Date.parse('2026-11-22T00:00:00+07:00') / 1000,
    revoked: { revoked_at: Date.parse('2026-11-22T00:00:00+07:00') / 1000, reason: 'compromised' },
  });
});

test('keys of other kinds are passed over', () => {
  const others = [{ ...jwkOf(key), kty: 'EC' }, { ...jwkOf(key), crv: 'Ed448' }, { ...jwkOf(key), x: 'AAAA' }, { ...jwkOf(key), x: `${X}=` }, { ...jwkOf(key), nbf: '1' }, { ...jwkOf(key), exp: -1 }, { ...jwkOf(key), kid: undefined }, null, 1, 'key'];
  expect(readKeySet(setOf(...others, jwkOf(retired)))).toEqual([retired]);
});

test('what is no key set is none, and nothing makes the reader throw', () => {
  for (const text of ['', 'null', '[]', '{}', '{"keys":{}}', '{"keys":']) expect(readKeySet(text), text).toBeUndefined();
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.object()).map((keys) => JSON.stringify({ keys }))), (text) => void readKeySet(text)));
  fc.assert(fc.property(fc.record({ nbf: fc.anything(), exp: fc.anything(), revoked: fc.anything() }), (more) => void readKeySet(setOf({ ...jwkOf(key), ...more }))));
});
