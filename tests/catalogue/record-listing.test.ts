import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listRecordFiles } from '../../src/catalogue/record-files.ts';
import { recordFiles } from '../../src/catalogue/record-listing.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function contentFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'listing-'));
  made.push(root);
  mkdirSync(join(root, 'content'));
  return join(root, 'content');
}

function write(contentDir: string, path: string, text: string): void {
  mkdirSync(dirname(join(contentDir, path)), { recursive: true });
  writeFileSync(join(contentDir, path), text);
}

const name = fc.constantFrom('a', 'b', 'b-c', 'b-d', 'e');
const code = fc.constantFrom('L1', 'L1-A', 'L2');
const inFolder = fc.oneof(
  name.map((id) => `products/${id}/product.yaml`),
  fc.tuple(name, fc.constantFrom('one.jpg', 'more/two.jpg')).map(([id, file]) => `products/${id}/${file}`),
  name.map((id) => `producers/${id}.yaml`),
  fc.tuple(fc.constantFrom('2025', '2026'), name).map(([year, id]) => `decisions/${year}/${id}.yaml`),
  fc.tuple(name, code).map(([id, lot]) => `lots/${id}/${lot}.yaml`),
  fc.tuple(name, code).map(([id, lot]) => `lots/${id}/${lot}/report.pdf`),
  fc.constant('site.yaml'),
);
const anyPath = fc.tuple(fc.boolean(), inFolder).map(([sample, path]) => (sample ? `samples/${path}` : path));
/** A file is written, or a file or its folder removed; a watcher tells of the path or of its folder. */
const change = fc.record({
  path: anyPath,
  what: fc.constantFrom('write', 'remove', 'remove-folder'),
  text: fc.string({ maxLength: 9 }),
  toldOfFolder: fc.boolean(),
});

test('looking only at what was touched gives the same listing as looking at everything', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }), (rounds) => {
      const contentDir = contentFolder();
      write(contentDir, 'products/a/product.yaml', 'name: A');
      recordFiles(contentDir, true);
      for (const round of rounds) {
        const touched = round.map(({ path, what, text, toldOfFolder }) => {
          if (what === 'write') write(contentDir, path, text);
          else rmSync(join(contentDir, what === 'remove' || !path.includes('/') ? path : dirname(path)), { recursive: true, force: true });
          return (what === 'remove-folder' || toldOfFolder) && path.includes('/') ? dirname(path) : path;
        });
        expect(recordFiles(contentDir, true, touched)).toEqual(listRecordFiles(contentDir, true));
      }
    }),
    { numRuns: 150 },
  );
});

test('without a listing before, without paths, and with many of them everything is looked at', () => {
  const contentDir = contentFolder();
  write(contentDir, 'producers/a.yaml', 'name: A');
  expect(recordFiles(contentDir, false, [])).toHaveLength(1);
  write(contentDir, 'producers/b.yaml', 'name: B');
  expect(recordFiles(contentDir, false, [])).toHaveLength(1);
  expect(recordFiles(contentDir, false, undefined)).toHaveLength(2);
  write(contentDir, 'producers/c.yaml', 'name: C');
  const many = Array.from({ length: 201 }, (_, nth) => `producers/x${nth}.yaml`);
  expect(recordFiles(contentDir, false, many)).toHaveLength(3);
});
