import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { GreyPicture } from './grey-picture.ts';

await prepareZXingModule({ overrides: { wasmBinary: readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer }, fireImmediately: true });

/** All QR and EAN-13 symbols in a picture. */
export async function readCodes({ width, height, pixels }: GreyPicture): Promise<ReadResult[]> {
  const data = new Uint8ClampedArray(pixels.length * 4);
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] as number;
    data.set([value, value, value, 255], at * 4);
  }
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData;
  return (await readBarcodes(image, { formats: ['QRCode', 'EAN13'], maxNumberOfSymbols: 8, tryHarder: true })).filter(({ isValid }) => isValid);
}

export interface SymbolSize {
  modules: number;
  /** Side of a module in pixels. */
  module: number;
  /** White around the symbol on its narrowest side, in modules, as far as it was looked for: 4. */
  quiet: number;
}

/** Measures a QR symbol on the picture itself, from where the reader found it. */
export function measureQr(picture: GreyPicture, { position, format }: ReadResult): SymbolSize {
  if (!/^QR/.test(String(format))) throw new Error(`${String(format)} is no QR symbol`);
  const { topLeft, topRight, bottomLeft } = position;
  const isDark = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < picture.width && y < picture.height && (picture.pixels[y * picture.width + x] as number) < 128;
  // Along the finders' outer bars, which begin and end at the symbol's edges.
  const [left, right] = ends((x) => isDark(x, Math.round(topLeft.y) + 3), topLeft.x, topRight.x);
  const [top, bottom] = ends((y) => isDark(Math.round(topLeft.x) + 3, y), topLeft.y, bottomLeft.y);
  let finder = 0;
  while (isDark(left + finder, top + 1)) finder += 1;
  const modules = Math.round((right - left + 1) / (finder / 7));
  const module = (right - left + 1 + bottom - top + 1) / 2 / modules;
  let quiet = 4;
  const reach = Math.floor(4 * module) - 1;
  for (let away = 1; away <= reach; away += 1) {
    const dark = range(left - away, right + away).some((x) => isDark(x, top - away) || isDark(x, bottom + away)) || range(top - away, bottom + away).some((y) => isDark(left - away, y) || isDark(right + away, y));
    if (!dark) continue;
    quiet = (away - 1) / module;
    break;
  }
  return { modules, module, quiet };
}

/** The first and last inked point about those that the reader gave, which may lie some pixels off. */
function ends(hasInk: (at: number) => boolean, from: number, to: number): [first: number, last: number] {
  const near = range(from - SLACK, to + SLACK).filter(hasInk);
  return [near[0] ?? Number.NaN, near.at(-1) ?? Number.NaN];
}

const SLACK = 8;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.round(to) - Math.round(from) + 1) }, (_, at) => Math.round(from) + at);
}
