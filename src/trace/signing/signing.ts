import { createHash } from 'node:crypto';
import { CREDENTIAL_TYPE, JWS_ALGORITHM } from '../../domain/compact-jws.ts';
import type { PublishedKey } from '../../domain/published-key.ts';
import { signerOf } from './ed25519-key.ts';
import { currentKey, publishedKeys, type KeyRing } from './key-ring.ts';

/** Signs what a publish vouches for. */
export interface Signing {
  /** RFC 7638 thumbprint of the key that signs. */
  keyId: string;
  /** All that may be published. */
  keys: readonly PublishedKey[];
  /** Changes when any key does. */
  digest: string;
  /** Compact JWS of a credential. The same payload gives the same bytes: no time of signing is in it. */
  sign(payload: object): string;
}

/** Undefined while there is no key that signs; nothing is signed then, and all else is as always. */
export function signingOf(ring: KeyRing): Signing | undefined {
  const key = currentKey(ring);
  if (key?.d === undefined) return undefined;
  const sign = signerOf({ x: key.x, d: key.d });
  const header = base64url(JSON.stringify({ alg: JWS_ALGORITHM, kid: key.keyId, typ: CREDENTIAL_TYPE, cty: 'vc' }));
  const keys = publishedKeys(ring);
  return {
    keyId: key.keyId,
    keys,
    digest: createHash('sha256').update(JSON.stringify([key.keyId, keys])).digest('hex').slice(0, 16),
    sign(payload) {
      const signed = `${header}.${base64url(JSON.stringify(payload))}`;
      return `${signed}.${sign(Buffer.from(signed)).toString('base64url')}`;
    },
  };
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
