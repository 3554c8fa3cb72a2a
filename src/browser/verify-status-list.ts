import { decodeBase64url } from '../domain/base64url.ts';
import { readBitstring, type StatusValue } from '../domain/status-bitstring.ts';

/** A few bytes of gzip can become a great many; a million entries fit. */
const MOST_BYTES = 256 * 1024;

/** One entry of an encoded list (multibase base64url of the gzip). Undefined where it cannot be read; never rejects. */
export async function readListEntry(encodedList: string, index: number): Promise<StatusValue | undefined> {
  try {
    const packed = encodedList.startsWith('u') ? decodeBase64url(encodedList.slice(1)) : undefined;
    return packed && readBitstring(await unpack(packed), index);
  } catch {
    return undefined;
  }
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const bytes = new Uint8Array(MOST_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('the status list is too long');
    }
    bytes.set(value, length);
    length += value.length;
  }
}
