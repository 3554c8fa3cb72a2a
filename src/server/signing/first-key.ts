import type { IsoDate } from '../../domain/calendar-day.ts';
import { currentKey, withNewKey } from '../../trace/signing/key-ring.ts';
import type { KeyFile } from './key-file.ts';

/** Makes the key that signs where there is none yet. The thumbprint of a key that was made, else undefined. */
export async function makeFirstKey(file: KeyFile, today: IsoDate): Promise<string | undefined> {
  if (currentKey(await file.read()) !== undefined) return undefined;
  let isMade = false;
  const ring = await file.update((before) => {
    if (currentKey(before) !== undefined) return before;
    isMade = true;
    return withNewKey(before, today);
  });
  return isMade ? currentKey(ring)?.keyId : undefined;
}
