import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { FONT_FILES } from './font-files.ts';

/** The one place that knows the image library. */

export type PhotoFormat = 'avif' | 'webp' | 'jpg';

export interface ImageHeader {
  format: string;
  /** Pixels as seen, after the camera's orientation is applied. */
  width: number;
  height: number;
}

/** Reads no pixels. Throws on bytes that are no image. */
export async function readHeader(bytes: Buffer): Promise<ImageHeader> {
  const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  return { format: format ?? 'unknown', width: autoOrient.width, height: autoOrient.height };
}

export interface Upright {
  bytes: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
  /** `#rrggbb`. */
  colour: string;
}

/**
 * Pixels turned upright, in sRGB, without transparency and without any metadata, no wider than `maxWidth`.
 * Throws on damaged or cut-off data, on more than `maxPixels`, and after `seconds`.
 */
export async function readUpright(bytes: Buffer, maxWidth: number, maxPixels: number, seconds: number): Promise<Upright> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: maxWidth, withoutEnlargement: true })
    .toColourspace('srgb')
    .flatten({ background: '#FFFDF8' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const { dominant } = await sharp(data, { raw: { width, height, channels } }).resize({ width: 64 }).png().toBuffer().then((small) => sharp(small).stats());
  return { bytes: data, width, height, channels, colour: hex(dominant.r, dominant.g, dominant.b) };
}

/** One derivative of an upright picture. Throws after `seconds`. */
export function encodePhoto(from: Upright, width: number, format: PhotoFormat, seconds: number): Promise<Buffer> {
  const { channels } = from;
  const resized = sharp(from.bytes, { raw: { width: from.width, height: from.height, channels } }).timeout({ seconds }).resize({ width });
  if (format === 'avif') return resized.avif({ quality: 52, effort: 3 }).toBuffer();
  if (format === 'webp') return resized.webp({ quality: 76, effort: 4 }).toBuffer();
  return resized.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
}

/** An SVG drawn at a width, transparent where it is empty; as PNG. */
export function drawSvg(svg: string, width: number): Promise<Buffer> {
  return sharp(Buffer.from(svg)).resize({ width }).png({ compressionLevel: 1 }).toBuffer();
}

/** An SVG page with its text set in the project's own fonts, and pictures laid on it; as PNG. */
export async function drawPage(svg: string, pictures: readonly { png: Buffer; left: number; top: number }[]): Promise<Buffer> {
  fontsReady ??= registerFonts();
  await fontsReady;
  return sharp(Buffer.from(svg))
    .composite(pictures.map(({ png, left, top }) => ({ input: png, left, top })))
    .removeAlpha()
    .png({ palette: true, effort: 1, dither: 0, compressionLevel: 9 })
    .toBuffer();
}

let fontsReady: Promise<void> | undefined;

/**
 * Fonts named in a `text` input join the process's font set, where SVG text finds them too. The set is built on
 * the first text: an empty configuration keeps system fonts out, so that images are the same everywhere, and
 * keeps the library from complaining on a machine that has no fonts. Child processes must not inherit it.
 */
async function registerFonts(): Promise<void> {
  const before = process.env['FONTCONFIG_FILE'];
  const folder = mkdtempSync(join(tmpdir(), 'ocop-fonts-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><cachedir>${folder}</cachedir></fontconfig>`);
  process.env['FONTCONFIG_FILE'] = file;
  try {
    for (const fontfile of Object.values(FONT_FILES)) {
      await sharp({ text: { text: 'ễ', font: 'Be Vietnam Pro', fontfile, dpi: 72 } }).raw().toBuffer();
    }
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

function hex(...channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
