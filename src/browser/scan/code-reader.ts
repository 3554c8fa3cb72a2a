import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasm from 'zxing-reader.wasm?url';
import { CODE_FORMATS, type CodeReader } from './open-reader.ts';

/** Reads codes with WebAssembly from our own host; the package's default would fetch it from a stranger. */
export async function bundledReader(): Promise<CodeReader> {
  await prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? wasm : path) }, fireImmediately: true });
  const detector = new BarcodeDetector({ formats: [...CODE_FORMATS] });
  return { read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue) };
}
