import { expect, test, vi } from 'vitest';
import { fitsEd25519 } from '../../src/browser/verify-ed25519.ts';
import { fitsByLibrary } from '../../src/browser/verify-fallback.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));

/** RFC 8032, section 7.1: public key, message, signature. */
const VECTORS = [
  ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
] as const;

test.each(VECTORS)('the example of RFC 8032 under %s fits by both ways, and no other message does', async (key, message, signature) => {
  for (const fits of [fitsEd25519, fitsByLibrary]) {
    expect(await fits(bytes(key), bytes(signature), bytes(message))).toBe(true);
    expect(await fits(bytes(key), bytes(signature), bytes(`${message}00`))).toBe(false);
  }
});

test('a key of small order, under which one signature fits every message, is refused by the fallback', async () => {
  const key = bytes(`01${'00'.repeat(31)}`);
  const signature = bytes(`01${'00'.repeat(63)}`);
  expect(await fitsByLibrary(key, signature, bytes('72'))).toBe(false);
});

test('a browser that knows no Ed25519 uses the fallback', async () => {
  const [key, message, signature] = VECTORS[1];
  const asked = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
  expect(await fitsEd25519(bytes(key), bytes(signature), bytes(message))).toBe(true);
  expect(await fitsEd25519(bytes(key), bytes(signature), bytes('73'))).toBe(false);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('without WebCrypto it is not known', async () => {
  vi.stubGlobal('crypto', undefined);
  const [key, message, signature] = VECTORS[1];
  expect(await fitsEd25519(bytes(key), bytes(signature), bytes(message))).toBeUndefined();
  vi.unstubAllGlobals();
});
