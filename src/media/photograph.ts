import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { photographPath } from '../paths.ts';
import { writeAtomically } from './atomic-file.ts';
import { readPhotographFile } from './photograph-file.ts';
import { MOST_PIXELS, refusalsFor, type Refusal } from './photograph-refusal.ts';
import { encodePhoto, readHeader, readUpright, type PhotoFormat, type Upright } from './raster.ts';

/** Widths in pixels that the layout asks for. */
export const PHOTOGRAPH_WIDTHS: readonly number[] = [320, 480, 640, 960, 1280];

/** Best first, as `<source>` elements are tried; the last is for `<img>`. */
export const PHOTO_FORMATS: readonly { extension: PhotoFormat; type: string }[] = [
  { extension: 'avif', type: 'image/avif' },
  { extension: 'webp', type: 'image/webp' },
  { extension: 'jpg', type: 'image/jpeg' },
];

export interface PhotographRequest {
  file: string;
  /** Where derivatives are kept between publishes. */
  cacheDir: string;
  widths?: readonly number[];
  /** The photograph must lie in here; by default the file's own folder. */
  folder?: string;
  /** Who names the photograph, for the problem; by default the file itself. */
  record?: { file: string; field: string };
  /** Longest time for one step of the work; the whole takes at most a few of them. */
  seconds?: number;
}

export interface PhotographDerivatives {
  kind: 'photograph';
  /** Of content, widths and recipe; part of the addresses. */
  hash: string;
  /** Size in pixels of the largest derivative. */
  width: number;
  height: number;
  /** Dominant colour, `#rrggbb`, to show while the picture loads. */
  colour: string;
  /** Best format first; the same widths, rising, in each. */
  sources: readonly { type: string; images: readonly { path: string; width: number }[] }[];
}

/**
 * A photograph in the formats and widths of the layout, upright, in sRGB, without metadata (no place of
 * taking), never enlarged. Made once for a content and then read from the cache. A file that is no sound photograph gives a
 * problem and never throws; a cache that cannot be written does.
 */
export async function derivePhotograph(request: PhotographRequest): Promise<PhotographDerivatives | Problem> {
  const { file, cacheDir, widths = PHOTOGRAPH_WIDTHS, folder = dirname(file), seconds = 20 } = request;
  const read = await readPhotographFile(file, folder);
  if ('refusal' in read) return problem(request, read.refusal);
  const hash = createHash('sha256').update(`${RECIPE} ${widths.join(' ')}\0`).update(read.bytes).digest('hex').slice(0, 24);
  const known = await fromCache(cacheDir, hash);
  if (known !== undefined) return known;
  const decoded = await decodePhotograph(file, read.bytes, Math.max(...widths), seconds);
  if ('refusal' in decoded) return problem(request, decoded.refusal);
  try {
    return await write(cacheDir, hash, decoded, widths, seconds);
  } catch (error) {
    if (isTimeout(error)) return problem(request, refusalsFor(file).slow(seconds));
    throw error;
  }
}

export function isPhotograph(result: PhotographDerivatives | Problem): result is PhotographDerivatives {
  return 'kind' in result;
}

/** Where a derivative lies in the cache; undefined for an address that is none. */
export function photographFile(cacheDir: string, path: string): { file: string; type: string } | undefined {
  const name = /^\/media\/photo\/([0-9a-f]{24}-\d{1,5}\.(avif|webp|jpg))$/.exec(path);
  const format = PHOTO_FORMATS.find(({ extension }) => extension === name?.[2]);
  return name === null || format === undefined ? undefined : { file: join(cacheDir, 'photo', name[1] as string), type: format.type };
}

/** Counts up when derivatives are made differently, so that caches and addresses change. */
const RECIPE = 'photograph-1';
const READABLE = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff']);

/** Pixels of a sound photograph, or why it is none; `file` names it in the sentence. */
export async function decodePhotograph(file: string, bytes: Buffer, maxWidth: number, seconds: number): Promise<Upright | { refusal: Refusal }> {
  const refusals = refusalsFor(file);
  let header;
  try {
    header = await readHeader(bytes);
  } catch {
    return { refusal: isHeic(bytes) ? refusals.heic() : refusals.noPicture() };
  }
  const { format, width, height } = header;
  if (!READABLE.has(format)) return { refusal: refusals.otherKind(format) };
  if (width * height > MOST_PIXELS) return { refusal: refusals.tooManyPixels(width, height) };
  try {
    return await readUpright(bytes, maxWidth, MOST_PIXELS, seconds);
  } catch (error) {
    if (isTimeout(error)) return { refusal: refusals.slow(seconds) };
    return { refusal: isHeic(bytes) ? refusals.heic() : refusals.damaged() };
  }
}

/** How the image library words a step that ran out of time. */
function isTimeout(error: unknown): boolean {
  return /timeout/i.test(String(error));
}

/** What telephones write; its patents keep decoders out of free builds. */
function isHeic(bytes: Buffer): boolean {
  return /^ftyphei[cx]$/.test(bytes.subarray(4, 12).toString('latin1'));
}

async function write(cacheDir: string, hash: string, from: Upright, widths: readonly number[], seconds: number): Promise<PhotographDerivatives> {
  const used = [...new Set(widths.map((width) => Math.min(width, from.width)))].sort((a, b) => a - b);
  for (const width of used) {
    for (const { extension } of PHOTO_FORMATS) {
      await writeAtomically(fileOf(cacheDir, photographPath(hash, width, extension)), await encodePhoto(from, width, extension, seconds));
    }
  }
  const derivatives: PhotographDerivatives = {
    kind: 'photograph',
    hash,
    width: from.width,
    height: from.height,
    colour: from.colour,
    sources: PHOTO_FORMATS.map(({ extension, type }) => ({
      type,
      images: used.map((width) => ({ path: photographPath(hash, width, extension), width })),
    })),
  };
  await writeAtomically(recordFile(cacheDir, hash), JSON.stringify(derivatives));
  return derivatives;
}

/** Written last, the record says that all derivatives were made; one that was lost since is made again. */
async function fromCache(cacheDir: string, hash: string): Promise<PhotographDerivatives | undefined> {
  try {
    const known = JSON.parse(await readFile(recordFile(cacheDir, hash), 'utf8')) as PhotographDerivatives;
    await Promise.all(known.sources.flatMap(({ images }) => images.map(({ path }) => stat(fileOf(cacheDir, path)))));
    return known;
  } catch {
    return undefined;
  }
}

function recordFile(cacheDir: string, hash: string): string {
  return join(cacheDir, 'photo', `${hash}.json`);
}

function fileOf(cacheDir: string, path: string): string {
  return join(cacheDir, 'photo', path.slice(path.lastIndexOf('/') + 1));
}

function problem({ file, record }: PhotographRequest, { en, vi }: Refusal): Problem {
  return { file: record?.file ?? file, field: record?.field ?? 'photograph', message: en, messageVi: vi, severity: 'error' };
}
