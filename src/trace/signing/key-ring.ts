import type { IsoDate } from '../../domain/calendar-day.ts';
import type { PublishedKey } from '../../domain/published-key.ts';
import { generateKey } from './ed25519-key.ts';

/** A key of this site. Only the current one has its private half; it is destroyed when another key takes over. */
export interface RingKey extends PublishedKey {
  /** Base64url of the private key. Never leaves the key file. */
  d?: string;
  /** The day on which another key took over. */
  replacedOn?: IsoDate;
}

/** All keys that ever signed here, oldest first. */
export type KeyRing = readonly RingKey[];

/** `former`: signs no more, its signatures are still good. `retired`: they are called old. `leaked`: they say nothing. */
export type KeyState = 'current' | 'former' | 'retired' | 'leaked';

export function stateOf(key: RingKey): KeyState {
  if (key.leaked === true) return 'leaked';
  if (key.retiredOn !== undefined) return 'retired';
  return key.d === undefined ? 'former' : 'current';
}

/** The key that signs; undefined before the first one was made. */
export function currentKey(ring: KeyRing): RingKey | undefined {
  return ring.find((key) => key.d !== undefined);
}

/** The ring with a fresh key that signs from now on; the one before can sign nothing any more. */
export function withNewKey(ring: KeyRing, today: IsoDate): KeyRing {
  const fresh: RingKey = { ...generateKey(), notBefore: today };
  return [...ring.map((key) => withoutPrivate(key, today)), fresh];
}

/** The ring with one of its keys retired. Retiring twice keeps the first day; a retired key can still be found leaked. */
export function withRetired(ring: KeyRing, keyId: string, today: IsoDate, leaked: boolean): KeyRing {
  return ring.map((key) => (key.keyId === keyId ? { ...key, retiredOn: key.retiredOn ?? today, ...(leaked && { leaked: true as const }) } : key));
}

/** What may be published of the keys. */
export function publishedKeys(ring: KeyRing): PublishedKey[] {
  return ring.map(({ keyId, x, notBefore, retiredOn, leaked }) => ({
    keyId,
    x,
    notBefore,
    ...(retiredOn !== undefined && { retiredOn }),
    ...(leaked === true && { leaked }),
  }));
}

function withoutPrivate(key: RingKey, today: IsoDate): RingKey {
  if (key.d === undefined) return key;
  const { d: _, ...rest } = key;
  return { ...rest, replacedOn: today };
}
