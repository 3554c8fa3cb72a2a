import { withNewKey, type KeyRing } from '../../../src/trace/signing/key-ring.ts';
import { signingOf, type Signing } from '../../../src/trace/signing/signing.ts';

export const KEY_DAY = '2026-11-01';

export function newRing(): KeyRing {
  return withNewKey([], KEY_DAY);
}

export function signingWith(ring: KeyRing): Signing {
  const signing = signingOf(ring);
  if (signing === undefined) throw new Error('the ring has no current key');
  return signing;
}
