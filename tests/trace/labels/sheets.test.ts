import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { labelFacts, type LabelSubject } from '../../../src/trace/labels/label-facts.ts';
import { LABEL_GRIDS, labelsOnPage, type LabelGrid } from '../../../src/trace/labels/label-grid.ts';
import { printLabels } from '../../../src/trace/labels/label-job.ts';
import { issueSerials } from '../../../src/trace/labels/serials.ts';
import { sheetPlan } from '../../../src/trace/labels/sheet-plan.ts';
import { DOTS_PER_INCH, mmOfDots } from '../../../src/trace/qr/print-size.ts';
import { crop, pagesOfPdf } from '../grey-picture.ts';
import { measureQr, readCodes } from '../read-codes.ts';
import { catalogue, PRINTED_ON, subjects } from './sample-goods.ts';

/** Drawing and reading pages of symbols, on a machine that does other things too. */
vi.setConfig({ testTimeout: 120_000 });

const RASTER = 300;
const siteUrl = 'https://ocop.hatinh.gov.vn';
const MM_PER_PIXEL = 25.4 / RASTER;

/** Prints the labels, rasterises every page, and reads every symbol where its label lies. */
async function proveSheet(grid: LabelGrid, wanted: readonly LabelSubject[], capitals = false): Promise<{ symbols: number; bars: number }> {
  const choices = { siteUrl, printedOn: PRINTED_ON, capitals };
  const { files, notes } = await printLabels({ catalogue, subjects: wanted, grid, format: 'pdf', copies: 1, ...choices });
  expect(notes.has('no-room-for-text')).toBe(false);
  const pages = await pagesOfPdf(files[0]?.bytes as Uint8Array, RASTER);
  expect(pages).toHaveLength(Math.ceil(wanted.length / labelsOnPage(grid)));
  const { places } = sheetPlan(grid, wanted.length);
  const pixels = (dots: number): number => Math.round((dots * RASTER) / DOTS_PER_INCH);
  let [symbols, bars] = [0, 0];
  for (const [at, subject] of wanted.entries()) {
    const page = pages[Math.floor(at / labelsOnPage(grid))];
    const place = places[at % labelsOnPage(grid)];
    if (page === undefined || place === undefined) throw new Error('a label lies on no page');
    const label = crop(page, pixels(place.x), pixels(place.y), pixels(grid.width), pixels(grid.height));
    const found = await readCodes(label);
    const facts = labelFacts(catalogue, subject, choices);
    const [qr, ...more] = found.filter(({ format }) => /^QR/.test(String(format)));
    expect(more).toEqual([]);
    expect(qr?.text).toBe(facts.address);
    if (qr === undefined) continue;
    symbols += 1;
    const { module, quiet } = measureQr(label, qr);
    // A pixel at most in the whole symbol, over at least 25 modules: edges lie on pixels, but paper is no whole number of them.
    expect(Math.abs(module * MM_PER_PIXEL - mmOfDots(grid.moduleDots))).toBeLessThanOrEqual(MM_PER_PIXEL / 25);
    expect(quiet).toBe(4);
    const read = found.filter(({ format }) => !/^QR/.test(String(format))).map(({ text }) => text);
    for (const text of read) expect(text).toBe(facts.ean13);
    bars += read.length;
  }
  return { symbols, bars };
}

test.each(LABEL_GRIDS)('every symbol of a $id sheet is read back, as large as planned and with its quiet zone', async (grid) => {
  const wanted = grid.id === '1x1' ? subjects.slice(0, 2) : subjects.slice(0, Math.max(labelsOnPage(grid) + 1, 26));
  const { symbols, bars } = await proveSheet(grid, wanted);
  expect(symbols).toBe(wanted.length);
  const withBars = wanted.filter((subject) => labelFacts(catalogue, subject, { siteUrl, printedOn: PRINTED_ON }).ean13 !== undefined).length;
  expect(bars).toBe(grid.id === '4x10' ? 0 : withBars);
});

test('a batch of serials has one address a label, none twice', async () => {
  const grid = LABEL_GRIDS[0] as LabelGrid;
  const lotted = subjects.find(({ lot }) => lot !== undefined) as LabelSubject;
  const { serials } = issueSerials(lotted.lot?.code ?? '', labelsOnPage(grid), [], randomBytes);
  expect((await proveSheet(grid, serials.map((serial) => ({ ...lotted, serial })))).symbols).toBe(labelsOnPage(grid));
});

test('an address in capitals is read back as it was printed', async () => {
  expect((await proveSheet(LABEL_GRIDS[0] as LabelGrid, subjects.slice(0, 6), true)).symbols).toBe(6);
});
