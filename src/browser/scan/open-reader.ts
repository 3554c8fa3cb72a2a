export type Readable = HTMLVideoElement | ImageBitmap;

/** Reads the codes in a picture; their texts, as many as are found. */
export interface CodeReader {
  read(picture: Readable): Promise<string[]>;
}

interface Detector {
  detect(picture: Readable): Promise<readonly { rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

export const CODE_FORMATS = ['qr_code', 'data_matrix', 'ean_13', 'ean_8', 'upc_a'] as const;
/** Without these a reader is of no use here. */
const NEEDED = ['qr_code', 'ean_13'];

let opening: Promise<CodeReader> | undefined;

/** The browser's own reader where it has one, else ours. Rejects when that cannot be loaded, and may be tried again. */
export function openReader(): Promise<CodeReader> {
  opening ??= openNative().then((native) => native ?? openBundled());
  opening.catch(() => (opening = undefined));
  return opening;
}

/** Reads damaged and crooked codes that the browser's own reader may miss. */
export async function openBundled(): Promise<CodeReader> {
  return (await import('./code-reader.ts')).bundledReader();
}

async function openNative(): Promise<CodeReader | undefined> {
  const native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (native === undefined) return undefined;
  try {
    const known = await native.getSupportedFormats();
    if (!NEEDED.every((format) => known.includes(format))) return undefined;
    const detector = new native({ formats: CODE_FORMATS.filter((format) => known.includes(format)) });
    return { read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue) };
  } catch {
    return undefined;
  }
}
