import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { resolvePlace } from '../../src/domain/resolve-place.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  cpSync(fileURLToPath(new URL('../../content/places', import.meta.url)), folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const problems = (): string[] => loadPlaces(folder).problems.map((problem) => formatProblem(problem));

it('names the line and column of a cell that does not fit, and leaves the row out', () => {
  edit('communes.csv', (text) => text.replace('00004,Ba Đình,Ba Dinh,phuong,01,ba-dinh,21.0386', '00004,Ba Đình,,huyen,01,ba-dinh,north'));
  const loaded = loadPlaces(folder);
  expect(loaded.problems.map((problem) => formatProblem(problem))).toEqual([
    'content/places/communes.csv: line 2, name_en is empty',
    'content/places/communes.csv: line 2, type is "huyen", expected one of xa, phuong, dac_khu',
    'content/places/communes.csv: line 2, lat is "north", not a number',
    'content/places/commune-changes.csv: new_code "00004" not found in content/places/communes.csv',
  ]);
  expect(loaded.places.communes).toHaveLength(3320);
});

it('names a column that is missing', () => {
  edit('former-provinces.csv', (text) => text.replace('code,name,type,slug', 'code,name,kind,slug'));
  expect(problems()[0]).toBe(
    'content/places/former-provinces.csv: line 1 has the columns "code,name,kind,slug,province_code", expected "code,name,type,slug,province_code"',
  );
});

it('names a row with too few cells', () => {
  edit('provinces.csv', (text) => `${text}97,Nowhere\n`);
  expect(problems()).toContain('content/places/provinces.csv: line 36, cells number 2, expected 9');
});

it('names codes and addresses that stand twice', () => {
  edit('provinces.csv', (text) => `${text}${text.split('\n')[1]}\n`);
  expect(problems()).toEqual([
    'content/places/provinces.csv: code "01" stands on several lines; it must be unique',
    'content/places/provinces.csv: slug "ha-noi" stands on several lines; it must be unique',
  ]);
});

it('names text that is not in NFC and reads it all the same', () => {
  edit('former-districts.csv', (text) => text.normalize('NFD'));
  const { places, problems: found } = loadPlaces(folder);
  expect(found.map((problem) => formatProblem(problem))).toEqual(['content/places/former-districts.csv: text is not in Unicode NFC; save it normalised']);
  expect(resolvePlace(places.index, { commune: 'Cẩm Mỹ', district: 'Cẩm Xuyên', province: 'Hà Tĩnh' }, 'before-2025-07-01'))
    .toMatchObject({ kind: 'commune', commune: { slug: 'cam-due' } });
});

it('names broken quotes and missing files, and never throws', () => {
  edit('former-communes.csv', (text) => `${text}"open`);
  rmSync(join(folder, 'former-communes-unresolved.csv'));
  const found = problems();
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^content\/places\/former-communes\.csv: file is not readable as CSV: /);
  expect(found[1]).toBe('content/places/former-communes-unresolved.csv: file is missing; it is part of the register and comes with the project');
});

it('reports an empty folder as missing files', () => {
  const nowhere = loadPlaces(join(folder, 'nowhere'));
  expect(nowhere.problems).toHaveLength(7);
  expect(nowhere.places.provinces).toEqual([]);
});
