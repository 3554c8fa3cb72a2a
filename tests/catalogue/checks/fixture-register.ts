import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../../src/domain/problem.ts';
import { loadPlaces, type Places } from '../../../src/catalogue/places/load-places.ts';
import type { RawRegister } from '../../../src/catalogue/raw-register.ts';
import { readRegister } from '../../../src/catalogue/read-register.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const PLACES = join(import.meta.dirname, '../../../content/places');
let places: Places | undefined;

/** The day on which the fixtures are checked. */
export const TODAY = '2026-11-21';

/** Names of the folders of broken records. */
export const BROKEN = readdirSync(join(FIXTURES, 'broken')).sort();

export function brokenFolder(name: string): string {
  return join(FIXTURES, 'broken', name);
}

/** The tiny valid catalogue, with the files of one broken record put over it, and the problems of its shape. */
export function fixtureRegister(broken?: string): { register: RawRegister; shapeProblems: Problem[] } {
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  try {
    cpSync(join(FIXTURES, 'content'), join(folder, 'content'), { recursive: true });
    const over = broken === undefined ? undefined : join(brokenFolder(broken), 'content');
    if (over !== undefined && existsSync(over)) cpSync(over, join(folder, 'content'), { recursive: true });
    const { register, problems } = readRegister(join(folder, 'content'), { samples: true });
    places ??= loadPlaces(PLACES).places;
    return {
      register: { ...register, placeIndex: places.index },
      shapeProblems: problems.filter(({ file }) => !file.includes('places')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The register with one product's record changed. */
export function withProduct(
  register: RawRegister,
  id: string,
  change: (record: RawRegister['products'][number]['record']) => Partial<RawRegister['products'][number]['record']>,
): RawRegister {
  const products = register.products.map((product) =>
    product.id === id ? { ...product, record: { ...product.record, ...change(product.record) } } : product,
  );
  return { ...register, products };
}

/** The register with one decision's record changed. */
export function withDecision(
  register: RawRegister,
  id: string,
  change: (record: RawRegister['decisions'][number]['record']) => Partial<RawRegister['decisions'][number]['record']>,
): RawRegister {
  const decisions = register.decisions.map((decision) =>
    decision.id === id ? { ...decision, record: { ...decision.record, ...change(decision.record) } } : decision,
  );
  return { ...register, decisions };
}
