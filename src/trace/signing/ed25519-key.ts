import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { thumbprintText } from '../../domain/published-key.ts';

/** A fresh Ed25519 key: its thumbprint, public and private half, all base64url. */
export function generateKey(): { keyId: string; x: string; d: string } {
  for (;;) {
    const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as { x: string; d: string };
    const keyId = thumbprintOf(x);
    // On a command line a name that begins with a hyphen would be an option.
    if (!keyId.startsWith('-')) return { keyId, x, d };
  }
}

/** RFC 7638, SHA-256, base64url. */
export function thumbprintOf(x: string): string {
  return createHash('sha256').update(thumbprintText(x)).digest('base64url');
}

/** Signs bytes; the same bytes always get the same signature (RFC 8032). */
export function signerOf({ x, d }: { x: string; d: string }): (bytes: Uint8Array) => Buffer {
  const key = privateKeyOf(x, d);
  return (bytes) => sign(null, bytes, key);
}

/** Whether the private half belongs to the public one. */
export function areHalves(x: string, d: string): boolean {
  try {
    return createPublicKey(privateKeyOf(x, d)).export({ format: 'jwk' }).x === x;
  } catch {
    return false;
  }
}

function privateKeyOf(x: string, d: string): KeyObject {
  return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
}
