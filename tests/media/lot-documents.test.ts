import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { StoredDocument } from '../../src/catalogue/stored-document.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { documentFile, keepLotDocuments } from '../../src/media/lot-documents.ts';
import { openMedia } from '../../src/media/media-files.ts';
import { productPhotographs } from '../../src/media/product-photographs.ts';
import { documentPath } from '../../src/paths.ts';
import sharp from 'sharp';
import { lot, smallCatalogue } from '../publish/small-catalogue.ts';

let root: string;
let folder: string;
const REPORT = Buffer.from('%PDF-1.4 phiếu');
const sha256 = createHash('sha256').update(REPORT).digest('hex');
const DOCUMENT: StoredDocument = { file: 'phieu.pdf', sha256, bytes: REPORT.length, extension: 'pdf', mediaType: 'application/pdf' };

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lot-documents-'));
  folder = join(root, 'content/lots/nuoc-mam-phu-sang/L-1');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'phieu.pdf'), REPORT);
});
afterEach(() => rm(root, { recursive: true, force: true }));

function catalogueWith(documents: readonly StoredDocument[]): Catalogue {
  return smallCatalogue({ lots: [lot('nuoc-mam-phu-sang', 'L-1')], documents: { 'nuoc-mam-phu-sang/L-1': documents } });
}

const keep = (catalogue = catalogueWith([DOCUMENT])) => keepLotDocuments({ catalogue, contentDir: join(root, 'content'), cacheDir: join(root, 'cache') });
const open = (catalogue = catalogueWith([DOCUMENT])) => openMedia({ catalogue, cacheDir: join(root, 'cache'), publicDir: root, asOf: '2026-11-22' });

describe('documents of lots', () => {
  test('are kept under their hash, and stay when the folder is gone', async () => {
    expect(await keep()).toEqual([]);
    await rm(folder, { recursive: true });
    expect(await keep()).toEqual([]);
    expect(await readdir(join(root, 'cache/document'))).toEqual([`${sha256}.pdf`]);
    expect(await open().document(documentPath(sha256, 'pdf'))).toEqual({ body: REPORT, type: 'application/pdf' });
  });

  test.each([
    ['vanished', () => rm(join(folder, 'phieu.pdf'))],
    ['changed', () => writeFile(join(folder, 'phieu.pdf'), '%PDF-1.4 khác')],
  ])('one that %s since the register was read is a named problem, and nothing is kept of it', async (_, spoil) => {
    await spoil();
    expect((await keep()).map((problem) => formatProblem(problem))).toEqual([
      'content/lots/nuoc-mam-phu-sang/L-1.yaml: documents.0.file "phieu.pdf" vanished or changed while the register was read: put it back, then try again',
    ]);
    expect(await open().document(documentPath(sha256, 'pdf'))).toBeUndefined();
  });

  test('one that no lot names any more is not given out, though the cache holds it', async () => {
    await keep();
    expect(await open(catalogueWith([])).document(documentPath(sha256, 'pdf'))).toBeUndefined();
  });

  test.each([`/media/document/${sha256}.exe`, `/media/document/${sha256.toUpperCase()}.pdf`, '/media/document/../../etc/passwd', `/media/document/x${sha256}.pdf`, '/media/photo/a.pdf'])('%s is the address of none', async (path) => {
    expect(documentFile(join(root, 'cache'), path)).toBeUndefined();
    await keep();
    expect(await open().document(path)).toBeUndefined();
  });
});

test('photographs of a lot are derived under its id, and a missing one is a problem of its record', async () => {
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#C98A1B' } }).jpeg().toFile(join(folder, 'me.jpg'));
  const alt = { vi: 'Mẻ' };
  const lots = [lot('nuoc-mam-phu-sang', 'L-1', { photographs: [{ file: 'me.jpg', alt }, { file: 'khac.jpg', alt }] })];
  const { byProduct, problems } = await productPhotographs({ products: [], lots, contentDir: join(root, 'content'), cacheDir: join(root, 'cache') });
  expect([...byProduct].map(([id, made]) => [id, made.map(({ photograph }) => photograph.file)])).toEqual([['nuoc-mam-phu-sang/L-1', ['me.jpg']]]);
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual(['content/lots/nuoc-mam-phu-sang/L-1.yaml photographs.1.file']);
  expect((await readFile(join(folder, 'me.jpg'))).length).toBeGreaterThan(0);
});
