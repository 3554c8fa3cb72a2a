import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BASIS_NOTES } from '../../../src/domain/basis-note.ts';

it.each(['vi', 'en'])('every basis note has its sentence in the dictionary %s', (language) => {
  const file = join(import.meta.dirname, `../../../src/i18n/${language}.json`);
  const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(BASIS_NOTES.filter((note) => !words[`basisNote.${note}`])).toEqual([]);
});
