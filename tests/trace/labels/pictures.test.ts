import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { LABEL_GRIDS, type LabelGrid } from '../../../src/trace/labels/label-grid.ts';
import { labelFacts, type LabelSubject } from '../../../src/trace/labels/label-facts.ts';
import { printLabels, type LabelFormat } from '../../../src/trace/labels/label-job.ts';
import { mmOfDots } from '../../../src/trace/qr/print-size.ts';
import { pictureOf } from '../grey-picture.ts';
import { measureQr, readCodes } from '../read-codes.ts';
import { catalogue, PRINTED_ON, subjects } from './sample-goods.ts';

/** Drawing and reading at a printer's resolution. */
vi.setConfig({ testTimeout: 120_000 });

const choices = { siteUrl: 'https://ocop.example', printedOn: PRINTED_ON };
const lotted = subjects.find(({ lot, pack }) => lot !== undefined && pack.gtin !== undefined) as LabelSubject;
const address = labelFacts(catalogue, lotted, choices).address;

async function file(format: LabelFormat, grid: LabelGrid, symbolOnly = false): Promise<Uint8Array> {
  const { files } = await printLabels({ catalogue, subjects: [lotted], grid, format, copies: 1, symbolOnly, ...choices });
  return files[0]?.bytes as Uint8Array;
}

describe.each(LABEL_GRIDS)('a $id label', (grid) => {
  test('is read back from its PNG, which says 600 dpi and has whole dots a module', async () => {
    const png = await file('png', grid);
    expect((await sharp(png).metadata()).density).toBe(600);
    const picture = await pictureOf(png);
    expect([picture.width, picture.height]).toEqual([grid.width, grid.height]);
    const qr = (await readCodes(picture)).find(({ format }) => /^QR/.test(String(format)));
    expect(qr?.text).toBe(address);
    if (qr !== undefined) expect(measureQr(picture, qr)).toMatchObject({ module: grid.moduleDots, quiet: 4 });
  });

  test('is read back from its SVG, which is as wide in millimetres as the label and needs no font', async () => {
    const svg = Buffer.from(await file('svg', grid)).toString();
    expect(Number(/width="([\d.]+)mm"/.exec(svg)?.[1])).toBeCloseTo(mmOfDots(grid.width), 2);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('shape-rendering="crispEdges"');
    // Drawn at 300 dpi, not at the dots that it was made of.
    const found = await readCodes(await pictureOf(Buffer.from(svg), 300));
    expect(found.map(({ text }) => text)).toContain(address);
  });
});

test('the symbol alone is as large as symbol and quiet zone together', async () => {
  const grid = LABEL_GRIDS[0] as LabelGrid;
  const picture = await pictureOf(await file('png', grid, true));
  const [qr, ...others] = await readCodes(picture);
  expect(others).toEqual([]);
  expect(qr?.text).toBe(address);
  if (qr === undefined) return;
  const { modules, module, quiet } = measureQr(picture, qr);
  expect([picture.width, picture.height, quiet]).toEqual([(modules + 8) * module, (modules + 8) * module, 4]);
});

test('every letter of a label can be set: none is missing from the font', async () => {
  const { openFont } = await import('../../../src/media/font-measure.ts');
  const texts = subjects.flatMap((subject) => {
    const facts = labelFacts(catalogue, subject, choices);
    return [facts.product, facts.pack, facts.producer ?? '', facts.code, ...facts.lines, ...facts.warnings];
  });
  const missing = [...new Set(texts.join('').normalize('NFC'))].filter((letter) => ![400, 700].every((weight) => openFont(weight as 400 | 700).hasGlyphForCodePoint(letter.codePointAt(0) as number)));
  expect(missing).toEqual([]);
});
