import sharp from 'sharp';

/** An SVG whose pixels are a printer's dots, as a grey PNG that says how many go on an inch. */
export function printPng(svg: string, dotsPerInch: number): Promise<Buffer> {
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).toColourspace('b-w').withMetadata({ density: dotsPerInch }).png({ compressionLevel: 9 }).toBuffer();
}
