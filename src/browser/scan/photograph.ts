import { openBundled, openReader, type CodeReader } from './open-reader.ts';

/** A phone's picture is larger than a code needs; the whole of it is read only when the smaller one shows none. */
const FIRST_SIDE = 1_600;

/** The texts of all codes in a photograph, which stays on this machine; or why there are none. */
export async function readPhotograph(file: Blob): Promise<readonly string[] | 'no-picture' | 'no-reader'> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return 'no-picture';
  const first = await openReader().catch(() => undefined);
  if (first === undefined) return 'no-reader';
  const found = await readSizes(first, picture);
  if (found.length > 0) return found;
  const second = await openBundled().catch(() => undefined);
  return second === undefined ? [] : readSizes(second, picture);
}

async function readSizes(reader: CodeReader, picture: ImageBitmap): Promise<string[]> {
  const longest = Math.max(picture.width, picture.height);
  if (longest > FIRST_SIDE) {
    const scale = FIRST_SIDE / longest;
    const small = await createImageBitmap(picture, { resizeWidth: Math.round(picture.width * scale), resizeHeight: Math.round(picture.height * scale), resizeQuality: 'medium' });
    const found = await reader.read(small).catch(() => []);
    small.close();
    if (found.length > 0) return found;
  }
  return reader.read(picture).catch(() => []);
}
