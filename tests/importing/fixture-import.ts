import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawRegister } from '../../src/catalogue/raw-register.ts';
import { readAnswers } from '../../src/importing/answers.ts';
import type { ImportContext, ImportOptions } from '../../src/importing/import-context.ts';
import type { ImportProposal } from '../../src/importing/proposal.ts';
import { proposeImport } from '../../src/importing/propose-import.ts';
import { readSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { fixtureRegister } from '../catalogue/checks/fixture-register.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
let register: RawRegister | undefined;

/** The day on which the annexes are imported. */
export const TODAY = '2026-11-21';

/** The tiny valid catalogue with the country's places, before any import. */
export function contextFor(fileName: string, options: ImportOptions = {}, answers = ''): ImportContext {
  register ??= fixtureRegister().register;
  const read = readAnswers(answers, 'PL');
  if ('refusal' in read) throw new Error(read.refusal.vi);
  return {
    register, fileName, options, today: TODAY, answers: read.answers,
    textOf: (path) => (existsSync(join(FIXTURES, path)) ? readFileSync(join(FIXTURES, path), 'utf8') : undefined),
  };
}

export async function proposalFor(bytes: Uint8Array, context: ImportContext): Promise<ImportProposal> {
  const read = await readSpreadsheet(bytes, context.fileName);
  if ('refusal' in read) throw new Error(read.refusal.vi);
  return proposeImport(read.sheets, context);
}
