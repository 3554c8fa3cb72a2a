import { decodeBase64url } from './base64url.ts';
import { dayInVietnam, toDayNumber, type IsoDate } from './calendar-day.ts';

/** The public half of a key that signs, or signed, what this site publishes. */
export interface PublishedKey {
  /** RFC 7638 thumbprint of the key itself: it cannot be given to another key. */
  keyId: string;
  /** Base64url of the 32 bytes of an Ed25519 public key. */
  x: string;
  notBefore: IsoDate;
  /** From this day on the site vouches for none of its signatures anew. */
  retiredOn?: IsoDate;
  /** Somebody else may have it: its signatures say nothing, old ones neither. */
  leaked?: true;
}

const PUBLIC_KEY_BYTES = 32;

/**
 * A key in /.well-known/jwks.json (RFC 8037). `nbf`, `exp` and `revoked` are the parameters that OpenID Federation 1.0
 * gives to historical keys; seconds since 1970 at 00:00 in Việt Nam.
 */
export function jwkOf({ keyId, x, notBefore, retiredOn, leaked }: PublishedKey) {
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: keyId,
    alg: 'EdDSA',
    use: 'sig',
    nbf: startOfDay(notBefore),
    ...(retiredOn !== undefined && { exp: startOfDay(retiredOn) }),
    ...(leaked === true && retiredOn !== undefined && { revoked: { revoked_at: startOfDay(retiredOn), reason: 'compromised' } }),
  };
}

/** The keys of a JWK Set that can be understood; others are passed over, as RFC 7517 section 5 asks. Undefined when it is none. */
export function readKeySet(text: string): PublishedKey[] | undefined {
  try {
    const keys = (JSON.parse(text) as { keys?: unknown } | null)?.keys;
    return Array.isArray(keys) ? keys.flatMap((key) => readJwk(key) ?? []) : undefined;
  } catch {
    return undefined;
  }
}

/** What is hashed with SHA-256 for a thumbprint: the required members in the order of their names (RFC 7638 section 3). */
export function thumbprintText(x: string): string {
  return `{"crv":"Ed25519","kty":"OKP","x":"${x}"}`;
}

function readJwk(value: unknown): PublishedKey | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kty, crv, x, kid, nbf, exp, revoked } = value as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof kid !== 'string' || typeof x !== 'string') return undefined;
  if (decodeBase64url(x)?.length !== PUBLIC_KEY_BYTES || !isInstant(nbf) || !(exp === undefined || isInstant(exp))) return undefined;
  return {
    keyId: kid,
    x,
    notBefore: dayInVietnam(nbf * 1000),
    ...(exp !== undefined && { retiredOn: dayInVietnam(exp * 1000) }),
    ...(revoked !== undefined && { leaked: true as const }),
  };
}

/** Seconds of a day that the calendar of ISO dates has. */
function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 253_402_300_800 - 86_400;
}

function startOfDay(day: IsoDate): number {
  return toDayNumber(day) * 86_400 - 7 * 3_600;
}
