import { decodeBase64url } from './base64url.ts';

/** How everything signed here is written (RFC 7515 compact form, VC-JOSE-COSE): Ed25519, a key by its thumbprint. */
export const JWS_ALGORITHM = 'EdDSA';
export const CREDENTIAL_TYPE = 'vc+jwt';

/** A compact JWS taken apart. Nothing is known of its signature yet. */
export interface CompactJws {
  keyId: string;
  /** What the signature covers. */
  signed: Uint8Array<ArrayBuffer>;
  /** 64 bytes. */
  signature: Uint8Array<ArrayBuffer>;
  payload: Readonly<Record<string, unknown>>;
}

const LONGEST = 1_000_000;
const SIGNATURE_BYTES = 64;

/** Undefined for whatever is not a credential in the one form that is written here; never throws. */
export function readCompactJws(text: string): CompactJws | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = text.split('.');
  const [rawHeader, rawPayload, rawSignature] = parts;
  if (parts.length !== 3 || rawHeader === undefined || rawPayload === undefined || rawSignature === undefined) return undefined;
  const header = readObject(rawHeader);
  const payload = readObject(rawPayload);
  const signature = decodeBase64url(rawSignature);
  if (header === undefined || payload === undefined || signature?.length !== SIGNATURE_BYTES) return undefined;
  const { alg, typ, kid, crit } = header;
  // An extension that a signer calls critical must be understood or refused (RFC 7515 section 4.1.11); none is.
  if (alg !== JWS_ALGORITHM || typ !== CREDENTIAL_TYPE || typeof kid !== 'string' || crit !== undefined) return undefined;
  return { keyId: kid, signed: new TextEncoder().encode(`${rawHeader}.${rawPayload}`), signature, payload };
}

function readObject(base64url: string): Record<string, unknown> | undefined {
  const bytes = decodeBase64url(base64url);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
