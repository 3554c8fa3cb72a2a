import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** One byte a pixel, 0 black. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const library = PDFiumLibrary.init();

/** The pages of a PDF as a printer of that resolution would place them. */
export async function pagesOfPdf(pdf: Uint8Array, dotsPerInch: number): Promise<GreyPicture[]> {
  const document = await (await library).loadDocument(pdf);
  const [, wide, high] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1')) ?? [];
  const pages: GreyPicture[] = [];
  for (const page of document.pages()) {
    // Its own scale would round the page's size to whole points first.
    const { data, width, height } = await page.render({ width: Math.round((Number(wide) * dotsPerInch) / 72), height: Math.round((Number(high) * dotsPerInch) / 72), render: 'bitmap', colorSpace: 'BGRA' });
    const pixels = new Uint8Array(width * height);
    for (let at = 0; at < pixels.length; at += 1) pixels[at] = ((data[at * 4] as number) + (data[at * 4 + 1] as number) + (data[at * 4 + 2] as number)) / 3;
    pages.push({ width, height, pixels });
  }
  document.destroy();
  return pages;
}

export async function pictureOf(file: Uint8Array, density?: number): Promise<GreyPicture> {
  const { data, info } = await sharp(file, density === undefined ? {} : { density }).flatten({ background: '#fff' }).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const pixels = info.channels === 1 ? data : Uint8Array.from({ length: info.width * info.height }, (_, at) => data[at * info.channels] as number);
  return { width: info.width, height: info.height, pixels };
}

export function crop({ width, pixels }: GreyPicture, x: number, y: number, w: number, h: number): GreyPicture {
  const part = new Uint8Array(w * h);
  for (let row = 0; row < h; row += 1) part.set(pixels.subarray((y + row) * width + x, (y + row) * width + x + w), row * w);
  return { width: w, height: h, pixels: part };
}
