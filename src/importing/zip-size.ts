import { inflateRawSync } from 'node:zlib';

/** What a ZIP file would unpack to, found by unpacking each entry against a budget: a size that a header claims can lie. */
export type ZipSize = { entries: readonly string[] } | 'damaged' | 'too-large';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER_BYTES = 30;

/** Never unpacks more than `maxBytes` in all. ZIP64 archives, which only files of gigabytes need, count as too large. */
export function zipSize(bytes: Uint8Array, maxBytes: number, maxEntries: number): ZipSize {
  try {
    return unpackAll(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), maxBytes, maxEntries);
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'damaged';
  }
}

function unpackAll(zip: Buffer, maxBytes: number, maxEntries: number): ZipSize {
  const end = endOfDirectory(zip);
  if (end === undefined) return 'damaged';
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) return 'too-large';
  const entries: string[] = [];
  let left = maxBytes;
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) return 'damaged';
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
    left -= unpackedBytes(zip, at, left);
    if (left < 0) return 'too-large';
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { entries };
}

function unpackedBytes(zip: Buffer, at: number, budget: number): number {
  const stored = zip.readUInt16LE(at + 10) === 0;
  const size = zip.readUInt32LE(at + 20);
  if (stored) return size;
  const local = zip.readUInt32LE(at + 42);
  const start = local + LOCAL_HEADER_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(start, start + size), { maxOutputLength: Math.max(1, budget) }).length;
}

function endOfDirectory(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
