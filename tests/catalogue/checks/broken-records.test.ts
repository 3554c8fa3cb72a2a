import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../../src/catalogue/checks/all.ts';
import { formatProblem } from '../../../src/domain/problem.ts';
import { BROKEN, brokenFolder, fixtureRegister, TODAY } from './fixture-register.ts';

const CHECKS_FOLDER = join(import.meta.dirname, '../../../src/catalogue/checks');

/** Severity, English and Vietnamese of each problem, as `expected.txt` has them. */
function written(register: ReturnType<typeof fixtureRegister>['register']): string {
  return runChecks(register, TODAY)
    .map((problem) => `${problem.severity}\n${formatProblem(problem, 'en')}\n${formatProblem(problem, 'vi')}\n`)
    .join('');
}

describe('checks over the register', () => {
  it('find nothing in the tiny valid catalogue', () => {
    const { register, shapeProblems } = fixtureRegister();
    expect(shapeProblems).toEqual([]);
    expect(register.products).toHaveLength(7);
    expect(written(register)).toBe('');
  });

  it('have a broken record each, and no broken record is without its check', () => {
    expect(BROKEN).toEqual(CHECKS.map((check) => check.id).sort());
  });

  it('run every rule that has a file', () => {
    const rules = readdirSync(CHECKS_FOLDER).filter((name) => readFileSync(join(CHECKS_FOLDER, name), 'utf8').includes(': Check = {'));
    expect(rules.sort()).toEqual(CHECKS.map((check) => `${check.id}.ts`).sort());
  });

  it.each(BROKEN)('say about the broken record %s exactly what was found and what to do', (name) => {
    const { register, shapeProblems } = fixtureRegister(name);
    expect(shapeProblems).toEqual([]);
    expect(written(register)).toBe(readFileSync(join(brokenFolder(name), 'expected.txt'), 'utf8'));
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))('blame the broken record of %s by that rule itself', (name, check) => {
    expect(check.run(fixtureRegister(name).register, TODAY)).not.toEqual([]);
  });

  it('report the problems of several broken records at once', () => {
    const one = fixtureRegister('unknown-producer').register;
    const two = fixtureRegister('score-below-star').register;
    const problems = runChecks({ ...one, decisions: two.decisions }, TODAY);
    expect(problems.map(({ field }) => field)).toEqual(['producer', 'lines.0.score']);
  });
});
