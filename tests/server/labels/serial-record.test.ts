import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import type { Lot } from '../../../src/domain/lot.ts';
import { keepSerials, knownSerials } from '../../../src/server/labels/serial-record.ts';
import { issueSerials } from '../../../src/trace/labels/serials.ts';
import { contentCopy } from '../../importing/content-copy.ts';

const TODAY = '2026-11-22';

function registerAt(contentDir: string): Catalogue {
  const { catalogue, problems } = loadCatalogue({ contentDir, samples: true, today: TODAY });
  if (catalogue === undefined) throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === 'error')));
  return catalogue;
}

function lotWithoutSerials({ lots }: Catalogue): Lot {
  const lot = lots.find(({ serials, recall }) => serials === undefined && recall === undefined);
  if (lot === undefined) throw new Error('every practice lot has serials');
  return lot;
}

test('a lot keeps the hashes of every batch, and the register still has no error', () => {
  const contentDir = contentCopy('real');
  const lot = lotWithoutSerials(registerAt(contentDir));
  const before = readFileSync(join(contentDir, 'samples/lots', lot.productId, `${lot.code}.yaml`), 'utf8');
  for (const count of [3, 4]) keepSerials(contentDir, lot, issueSerials(lot.code, count, knownSerials(contentDir, lot), randomBytes).hashes, TODAY);

  const again = registerAt(contentDir).lot(lot.productId, lot.code);
  expect(again?.serials).toEqual({ count: 7, issuedOn: TODAY });
  expect(knownSerials(contentDir, lot)).toHaveLength(7);
  const after = readFileSync(join(contentDir, 'samples/lots', lot.productId, `${lot.code}.yaml`), 'utf8');
  expect(after.replace(/serials:\n  count: 7\n  issuedOn: .*\n/, '')).toBe(before);
});

test('a batch may join the serials that a practice lot has already', () => {
  const contentDir = contentCopy('real');
  const lot = registerAt(contentDir).lots.find(({ serials }) => serials !== undefined) as Lot;
  const known = knownSerials(contentDir, lot);
  expect(known).toHaveLength(lot.serials?.count ?? -1);
  keepSerials(contentDir, lot, issueSerials(lot.code, 2, known, randomBytes).hashes, TODAY);
  expect(registerAt(contentDir).lot(lot.productId, lot.code)?.serials?.count).toBe(known.length + 2);
});

test('a record that is gone or unreadable takes no serials, and nothing is written', () => {
  const contentDir = contentCopy('real');
  const lot = lotWithoutSerials(registerAt(contentDir));
  const folder = join(contentDir, 'samples/lots', lot.productId);
  expect(() => keepSerials(contentDir, { ...lot, code: 'KHONG-CO' }, ['00'.repeat(8)], TODAY)).toThrow('Không thấy content/samples/lots/');
  writeFileSync(join(folder, `${lot.code}.yaml`), 'sku: [');
  expect(() => keepSerials(contentDir, lot, ['00'.repeat(8)], TODAY)).toThrow('không đọc được');
  expect(existsSync(join(folder, lot.code, 'serials.txt'))).toBe(false);
});
