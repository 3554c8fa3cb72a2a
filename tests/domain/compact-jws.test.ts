import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCompactJws } from '../../src/domain/compact-jws.ts';
import { newRing, signingWith } from '../trace/signing/test-keys.ts';

const RUNS = process.env['LONG_TESTS'] ? 200_000 : 2_000;
const signing = signingWith(newRing());
const good = signing.sign({ id: 'https://ocop.example/data/proof/a.jwt', name: 'Nước mắm' });
const [header, payload, signature] = good.split('.') as [string, string, string];
const encode = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const fields = { alg: 'EdDSA', kid: signing.keyId, typ: 'vc+jwt' };

test('what this site signs is read', () => {
  expect(readCompactJws(good)).toEqual({
    keyId: signing.keyId,
    payload: { id: 'https://ocop.example/data/proof/a.jwt', name: 'Nước mắm' },
    signed: new Uint8Array(Buffer.from(`${header}.${payload}`)),
    signature: new Uint8Array(Buffer.from(signature, 'base64url')),
  });
});

test.each([
  ['nothing', ''],
  ['two parts', `${header}.${payload}`],
  ['four parts', `${good}.AA`],
  ['no signature', `${header}.${payload}.`],
  ['a signature of 63 bytes', `${header}.${payload}.${Buffer.alloc(63).toString('base64url')}`],
  ['a signature of 65 bytes', `${header}.${payload}.${Buffer.alloc(65).toString('base64url')}`],
  ['padding', `${good}==`],
  ['blanks inside', good.replace('.', ' .')],
  ['a line break at the end', `${good}\n`],
  ['the alphabet of plain base64', `${header}.${payload}.${Buffer.alloc(64, 0xff).toString('base64').replace(/=/g, '')}`],
  ['the algorithm "none"', `${encode({ ...fields, alg: 'none' })}.${payload}.${signature}`],
  ['another algorithm', `${encode({ ...fields, alg: 'HS256' })}.${payload}.${signature}`],
  ['the algorithm in another case', `${encode({ ...fields, alg: 'eddsa' })}.${payload}.${signature}`],
  ['another type', `${encode({ ...fields, typ: 'JWT' })}.${payload}.${signature}`],
  ['no key', `${encode({ alg: 'EdDSA', typ: 'vc+jwt' })}.${payload}.${signature}`],
  ['a key that is no text', `${encode({ ...fields, kid: 1 })}.${payload}.${signature}`],
  ['a critical extension', `${encode({ ...fields, crit: ['b64'], b64: false })}.${payload}.${signature}`],
  ['an empty list of critical extensions', `${encode({ ...fields, crit: [] })}.${payload}.${signature}`],
  ['a header that is a list', `${encode([fields])}.${payload}.${signature}`],
  ['a header that is null', `${encode('null')}.${payload}.${signature}`],
  ['a header that is no JSON', `${encode('{"alg":')}.${payload}.${signature}`],
  ['a payload that is a list', `${header}.${encode([])}.${signature}`],
  ['a payload that is a number', `${header}.${encode('1')}.${signature}`],
  ['a payload that is no JSON', `${header}.${encode('{')}.${signature}`],
  ['a payload that is no UTF-8', `${header}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.${signature}`],
  ['a payload nested too deep to parse', `${header}.${encode('['.repeat(200_000))}.${signature}`],
  ['a million characters', `${header}.${'A'.repeat(1_000_001)}.${signature}`],
  ['the JSON serialization', JSON.stringify({ protected: header, payload, signature })],
])('%s is refused', (_, text) => {
  expect(readCompactJws(text)).toBeUndefined();
});

const anyPart = fc.oneof(fc.string(), fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')), fc.json().map(encode), fc.constantFrom(header, payload, signature));

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(anyPart, { maxLength: 5 }).map((parts) => parts.join('.'))), (text) => void readCompactJws(text)), { numRuns: RUNS });
  const changed = fc.tuple(fc.nat(good.length - 1), fc.string({ minLength: 0, maxLength: 3, unit: 'binary' })).map(([at, text]) => good.slice(0, at) + text + good.slice(at + 1));
  fc.assert(fc.property(changed, (text) => void readCompactJws(text)), { numRuns: RUNS });
});
