import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentKey, publishedKeys, stateOf, withNewKey, withRetired, type KeyRing } from '../../../src/trace/signing/key-ring.ts';
import { KeyFileError, keyRingText, parseKeyRing } from '../../../src/trace/signing/key-ring-text.ts';
import { signingOf } from '../../../src/trace/signing/signing.ts';
import { newRing } from './test-keys.ts';

const FILE = 'var/keys/signing-keys.json';
const states = (ring: KeyRing): string[] => ring.map(stateOf);

describe('a key ring', () => {
  it('signs nothing before it has a key', () => {
    expect(currentKey([])).toBeUndefined();
    expect(signingOf([])).toBeUndefined();
  });

  it('has one key that signs, and destroys the private half of the one before', () => {
    const ring = withNewKey(withNewKey(newRing(), '2026-11-10'), '2026-11-20');
    expect(states(ring)).toEqual(['former', 'former', 'current']);
    expect(ring.map(({ d }) => d === undefined)).toEqual([true, true, false]);
    expect(ring.map(({ replacedOn }) => replacedOn)).toEqual(['2026-11-10', '2026-11-20', undefined]);
  });

  it('retires a key once, and can still find it leaked later', () => {
    const ring = withNewKey(newRing(), '2026-11-10');
    const { keyId } = ring[0] as KeyRing[number];
    const retired = withRetired(ring, keyId, '2026-11-20', false);
    expect(states(retired)).toEqual(['retired', 'current']);
    const leaked = withRetired(retired, keyId, '2026-11-25', true);
    expect(leaked[0]).toMatchObject({ retiredOn: '2026-11-20', leaked: true });
    expect(states(leaked)).toEqual(['leaked', 'current']);
  });

  it('publishes no private half', () => {
    const ring = withNewKey(newRing(), '2026-11-20');
    const secret = currentKey(ring)?.d as string;
    expect(JSON.stringify(publishedKeys(ring))).not.toContain(secret);
    expect(JSON.stringify(signingOf(ring))).not.toContain(secret);
    expect(publishedKeys(ring).map((key) => Object.keys(key).sort())).toEqual([['keyId', 'notBefore', 'x'], ['keyId', 'notBefore', 'x']]);
  });

  it('is noticed to have changed whenever anything published of it does', () => {
    const ring = withNewKey(newRing(), '2026-11-20');
    const first = (ring[0] as KeyRing[number]).keyId;
    const digests = [ring, withRetired(ring, first, '2026-11-21', false), withRetired(ring, first, '2026-11-21', true), withNewKey(ring, '2026-11-21')].map((one) => signingOf(one)?.digest);
    expect(new Set(digests).size).toBe(4);
    expect(signingOf(parseKeyRing(keyRingText(ring), FILE))?.digest).toBe(digests[0]);
  });

  it('names no key with a hyphen first, which a command line takes for an option', () => {
    for (let made = 0; made < 300; made += 1) expect(newRing()[0]?.keyId).toMatch(/^[^-]/);
  });
});

describe('the key file', () => {
  it('gives back what was written', () => {
    const ring = withNewKey(withNewKey(newRing(), '2026-11-10'), '2026-11-20');
    const [first] = ring as [KeyRing[number]];
    for (const one of [[], ring, withRetired(ring, first.keyId, '2026-11-21', true)]) expect(parseKeyRing(keyRingText(one), FILE)).toEqual(one);
  });

  const ring = withNewKey(newRing(), '2026-11-10');
  const { keys } = JSON.parse(keyRingText(ring)) as { keys: [Record<string, unknown>, Record<string, unknown>] };
  const [former, current] = keys;
  const other = JSON.parse(keyRingText(newRing())).keys[0] as Record<string, unknown>;
  const text = (...all: object[]): string => JSON.stringify({ keys: all });

  it.each([
    ['nothing', '', 'it is not JSON'],
    ['half of it', keyRingText(ring).slice(0, 200), 'it is not JSON'],
    ['a list', '[]', 'the whole cannot be read'],
    ['a key without its public half', text({ ...current, x: undefined }), 'keys[0].x cannot be read'],
    ['a private half that is too short', text({ ...current, d: 'AAAA' }), 'keys[0].d cannot be read'],
    ['another curve', text({ ...current, crv: 'Ed448' }), 'keys[0].crv cannot be read'],
    ['a day that does not exist', text(former, { ...current, notBefore: '2026-02-30' }), 'keys[1].notBefore cannot be read'],
    ['something unknown beside it', text({ ...current, use: 'enc' }), 'keys[0] cannot be read'],
    ['a name that is not its thumbprint', text({ ...current, kid: former['kid'] }), 'keys[0].kid is not the thumbprint of its key'],
    ['the private half of another key', text({ ...current, d: other['d'] }), 'keys[0]: the private half belongs to another key'],
    ['a retired key that can still sign', text({ ...current, retiredOn: '2026-11-20' }), 'keys[0] is retired and still has its private half'],
    ['two keys that sign', text(current, other), 'more than one key has its private half'],
    ['one key twice', text(former, former), 'keys[1] stands there twice'],
  ])('with %s is refused in one sentence that says what to do and gives nothing away', (_, damaged, what) => {
    const read = (): unknown => parseKeyRing(damaged, FILE);
    expect(read).toThrow(KeyFileError);
    expect(read).toThrow(`${FILE} is damaged (${what}): put the copy from your backup back`);
    for (const secret of [current['d'], other['d']] as string[]) expect(read).not.toThrow(secret);
  });

  it('is never half believed, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.array(fc.object()).map((all) => JSON.stringify({ keys: all })), fc.nat(keyRingText(ring).length).map((at) => `${keyRingText(ring).slice(0, at)}~${keyRingText(ring).slice(at + 1)}`)), (damaged) => {
        try {
          expect(parseKeyRing(damaged, FILE)).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(KeyFileError);
        }
      }),
    );
  });

  it('holds the thumbprint that RFC 7638 gives', () => {
    const { x, kid } = current as { x: string; kid: string };
    expect(createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')).toBe(kid);
  });
});
