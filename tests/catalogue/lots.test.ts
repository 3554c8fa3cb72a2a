import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { contentCopy } from '../importing/content-copy.ts';

let contentDir: string;
let cacheDir: string;
const LOTS = 'samples/lots/mat-ong-mau';

beforeEach(() => {
  contentDir = contentCopy();
  cacheDir = join(dirname(contentDir), 'cache');
});

const load = (samples = true) => loadCatalogue({ contentDir, samples, today: '2026-11-21', cacheDir });

function loaded(): Catalogue {
  const { catalogue, problems } = load();
  expect(problems.map((problem) => formatProblem(problem))).toEqual([]);
  return catalogue as Catalogue;
}

function addLot(code: string, text: string, folder = LOTS): void {
  mkdirSync(join(contentDir, folder), { recursive: true });
  writeFileSync(join(contentDir, folder, `${code}.yaml`), `sku: mat-ong-mau-500\n${text}declared:\n  by: HTX Mẫu\n  on: 2026-01-05\n`);
}

describe('lots', () => {
  test('are read with the pack they fill, every step and what was declared', () => {
    const lot = loaded().lot('mat-ong-mau', 'MO-2603');
    expect(lot).toMatchObject({ productId: 'mat-ong-mau', code: 'MO-2603', sku: 'mat-ong-mau-500', producedOn: '2026-03', quantity: 240, sample: true, declared: { by: 'HTX Mẫu', on: '2026-03-21' } });
    expect(lot?.steps.map(({ kind }) => kind)).toEqual(['harvest', 'processing', 'testing', 'packing', 'shipping']);
    expect(lot?.photographs).toEqual([{ file: 'me-mat.jpg', alt: { vi: 'Mẻ mật ong trong thùng' } }]);
  });

  test('of a product come newest first: by packing, else making, else declaring', () => {
    addLot('A', 'packedOn: 2026-02-28\n');
    addLot('B', 'producedOn: 2026-02\n');
    addLot('C', '');
    addLot('D', 'packedOn: 2026-06\nproducedOn: 2026-01-01\n');
    const catalogue = loaded();
    expect(catalogue.lotsOf('mat-ong-mau').map(({ code }) => code)).toEqual(['D', 'MO-2603', 'A', 'B', 'C']);
    expect(catalogue.lots.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D', 'MO-2603']);
    expect(catalogue.lotsOf('non-mau')).toEqual([]);
  });

  test('are not there that nobody declared, nor practice lots where practice goods are not', () => {
    expect(loaded().lot('mat-ong-mau', 'MO')).toBeUndefined();
    expect(loaded().lot('non-mau', 'MO-2603')).toBeUndefined();
    expect(load(false).catalogue?.lots).toEqual([]);
  });

  test('know their documents by the hash of what lies in the folder, and the hashes of their serials', () => {
    const catalogue = loaded();
    const bytes = readFileSync(join(contentDir, LOTS, 'MO-2603/bien-ban.pdf'));
    expect(catalogue.documentsOf('mat-ong-mau', 'MO-2603')).toEqual([
      { file: 'bien-ban.pdf', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, extension: 'pdf', mediaType: 'application/pdf' },
    ]);
    const hashes = ['0123456789AB', 'CDEFGHJKMNPQ'].map((serial) => createHash('sha256').update(`MO-2603 ${serial}`).digest('hex').slice(0, 16));
    expect(catalogue.serialHashesOf('mat-ong-mau', 'MO-2603')).toEqual(hashes.sort());
    expect(catalogue.documentsOf('mat-ong-mau', 'X')).toEqual([]);
    expect(catalogue.serialHashesOf('mat-ong-mau', 'X')).toEqual([]);
  });

  test.each([
    ['a link that leads out of its folder', (file: string) => (rmSync(file), symlinkSync('/etc/hostname', file)), 'is no file of the lot'],
    ['a folder', (file: string) => (rmSync(file), mkdirSync(file)), 'is no file of the lot'],
    ['a file beyond all measure', (file: string) => truncateSync(file, 21 * 1024 * 1024), 'is larger than 20 MB'],
    ['nothing any more', (file: string) => rmSync(file), 'does not lie in'],
  ])('whose document is %s stop the publish with a named problem', (_, spoil, words) => {
    spoil(join(contentDir, LOTS, 'MO-2603/bien-ban.pdf'));
    const { catalogue, problems } = load();
    expect(catalogue).toBeUndefined();
    expect(problems.map((problem) => formatProblem(problem))).toEqual([expect.stringContaining(`content/samples/lots/mat-ong-mau/MO-2603.yaml: documents.0.file "bien-ban.pdf" ${words}`)]);
  });

  test('with unknown fields or steps are problems of their files', () => {
    addLot('E', 'colour: red\nsteps:\n  - kind: flying\n    on: 2026-01-01\n');
    expect(load().problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'content/samples/lots/mat-ong-mau/E.yaml steps.0.kind',
      'content/samples/lots/mat-ong-mau/E.yaml colour',
    ]);
  });
});

describe('packs', () => {
  test('are found by GTIN in 14 digits and by trace code', () => {
    const catalogue = loaded();
    const code = catalogue.product('mat-ong-mau')?.packs[1]?.traceCode ?? '';
    expect(catalogue.packByGtin('09521234567899')).toMatchObject({ product: { id: 'mat-ong-mau' }, pack: { sku: 'mat-ong-mau-500' } });
    expect(catalogue.packByTraceCode(code)).toMatchObject({ product: { id: 'mat-ong-mau' }, pack: { sku: 'mat-ong-mau-1000' } });
    expect([catalogue.packByGtin('9521234567899'), catalogue.packByGtin('00000000000000'), catalogue.packByTraceCode('0000000000')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the digest of a lot', () => {
  const digests = () => {
    const catalogue = loaded();
    return { lot: catalogue.digest('lot:mat-ong-mau/MO-2603'), other: catalogue.digest('lot:mat-ong-mau/A'), product: catalogue.digest('product:mat-ong-mau'), register: catalogue.digest('register') };
  };
  beforeEach(() => addLot('A', ''));

  test.each([
    ['its record', () => writeFileSync(join(contentDir, LOTS, 'MO-2603.yaml'), readFileSync(join(contentDir, LOTS, 'MO-2603.yaml'), 'utf8').replace('quantity: 240', 'quantity: 250'))],
    ['a document', () => appendFileSync(join(contentDir, LOTS, 'MO-2603/bien-ban.pdf'), '\n')],
    ['a photograph', () => cpSync(join(contentDir, LOTS, 'MO-2603/bien-ban.pdf'), join(contentDir, LOTS, 'MO-2603/me-mat.jpg'))],
    ['its serials', () => writeFileSync(join(contentDir, LOTS, 'MO-2603/serials.txt'), '0000000000000000\n1111111111111111\n')],
  ])('changes with %s, and with it that of the register; products and other lots stay', (_, change) => {
    const before = digests();
    change();
    const after = digests();
    expect([after.other, after.product]).toEqual([before.other, before.product]);
    expect(after.lot).not.toBe(before.lot);
    expect(after.register).not.toBe(before.register);
  });

  test('is the same after a start from the cache', () => {
    expect(digests()).toEqual(digests());
    const kept = digests();
    expect(loadCatalogue({ contentDir, samples: true, today: '2026-11-21' }).catalogue?.digest('lot:mat-ong-mau/MO-2603')).toBe(kept.lot);
  });

  test('a declaration changes the product, a lot that comes changes the register alone', () => {
    const before = digests();
    const file = join(contentDir, 'samples/products/mat-ong-mau/product.yaml');
    appendFileSync(file, 'declaration:\n  brand: Mẫu\n  declared:\n    by: HTX Mẫu\n    on: 2026-01-05\n');
    const declared = digests();
    expect(declared.product).not.toBe(before.product);
    addLot('B', '');
    const after = digests();
    expect([after.product, after.lot]).toEqual([declared.product, declared.lot]);
    expect(after.register).not.toBe(declared.register);
  });
});
