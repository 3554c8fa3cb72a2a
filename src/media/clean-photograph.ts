import { decodePhotograph } from './photograph.ts';
import type { Refusal } from './photograph-refusal.ts';
import { encodePhoto } from './raster.ts';

/** Enough to read a label. */
const WIDTH = 1600;
const SECONDS = 20;

/**
 * A photograph that a visitor sent, made anew as one JPEG: upright, at most 1600 pixels wide, without metadata (no place
 * or time of taking, no name of a telephone). `name` stands in the sentence of a refusal.
 */
export async function cleanPhotograph(bytes: Buffer, name: string): Promise<{ jpeg: Buffer } | { refusal: Refusal }> {
  const decoded = await decodePhotograph(name, bytes, WIDTH, SECONDS);
  return 'refusal' in decoded ? decoded : { jpeg: await encodePhoto(decoded, decoded.width, 'jpg', SECONDS) };
}
