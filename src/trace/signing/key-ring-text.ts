import { z } from 'zod';
import { decodeBase64url } from '../../domain/base64url.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import { areHalves, thumbprintOf } from './ed25519-key.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

/** The key file cannot be used. The message is one sentence for the person who runs the site. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

const day = z.string().refine(isIsoDate);
const half = z.string().refine((text) => decodeBase64url(text)?.length === 32);

const schema = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      kid: z.string(),
      x: half,
      d: half.optional(),
      notBefore: day,
      replacedOn: day.optional(),
      retiredOn: day.optional(),
      leaked: z.literal(true).optional(),
    }),
  ),
});

/** A JWK Set with the private half of the current key. */
export function keyRingText(ring: KeyRing): string {
  const keys = ring.map(({ keyId, x, d, notBefore, replacedOn, retiredOn, leaked }) => ({ kty: 'OKP', crv: 'Ed25519', kid: keyId, x, d, notBefore, replacedOn, retiredOn, leaked }));
  return `${JSON.stringify({ keys }, null, 2)}\n`;
}

/** Throws {@link KeyFileError}. `file`: its name in the message. The content is never quoted: it is secret. */
export function parseKeyRing(text: string, file: string): KeyRing {
  const parsed = schema.safeParse(parseJson(text, file));
  if (!parsed.success) throw damaged(file, `${placeOf(parsed.error.issues[0]?.path ?? [])} cannot be read`);
  const ring = parsed.data.keys.map(({ kty: _, crv: __, kid, ...key }) => ({ keyId: kid, ...defined(key) }) as RingKey);
  for (const [place, { keyId, x, d, retiredOn }] of ring.entries()) {
    if (keyId !== thumbprintOf(x)) throw damaged(file, `keys[${place}].kid is not the thumbprint of its key`);
    if (d !== undefined && !areHalves(x, d)) throw damaged(file, `keys[${place}]: the private half belongs to another key`);
    if (d !== undefined && retiredOn !== undefined) throw damaged(file, `keys[${place}] is retired and still has its private half`);
    if (ring.findIndex((other) => other.keyId === keyId) !== place) throw damaged(file, `keys[${place}] stands there twice`);
  }
  if (ring.filter(({ d }) => d !== undefined).length > 1) throw damaged(file, 'more than one key has its private half');
  return ring;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file, 'it is not JSON');
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the whole' : path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '');
}

function damaged(file: string, what: string): KeyFileError {
  return new KeyFileError(`${file} is damaged (${what}): put the copy from your backup back; without one move the file away, and a new key is made, with which every certificate is signed anew.`);
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
