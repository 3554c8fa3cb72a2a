import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposalText } from '../../src/importing/print/proposal-text.ts';
import { ANNEXES } from './annexes.ts';
import { contextFor, proposalFor } from './fixture-import.ts';

const EXPECTED = join(import.meta.dirname, 'expected');

describe('an annex as offices make it', () => {
  it.each(ANNEXES)('$name: every sentence, row and change is as expected', async ({ name, fileName, bytes, options, answers }) => {
    const proposal = await proposalFor(await bytes(), contextFor(fileName, options, answers));
    expect(`${proposalText(proposal)}\n`).toBe(readFileSync(join(EXPECTED, `${name}.txt`), 'utf8'));
  });

  it('has an expectation each, and no expectation is without its annex', () => {
    expect(readdirSync(EXPECTED).sort()).toEqual(ANNEXES.map(({ name }) => `${name}.txt`).sort());
  });
});
