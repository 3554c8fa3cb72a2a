import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { count, NOTHING, plus, type Count } from './count.ts';
import { failures } from './failures.ts';

interface Step {
  title: string;
  command: readonly [string, ...string[]];
  /** JSON report that holds the step's counts; a step without one counts as a single test. */
  report?: string;
  env?: Record<string, string>;
}

/** Runs every step, also after a failed one, and closes with what failed and one line of counts. Returns the exit code. */
export async function runChecks({ long }: { long: boolean }): Promise<number> {
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });
  let total: Count = NOTHING;
  let ok = true;
  const failed: string[] = [];
  for (const step of steps(long)) {
    console.log(`\n── ${step.title}`);
    const [command, ...args] = step.command;
    const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...step.env } });
    const counted = count(step.report, status === 0);
    total = plus(total, counted);
    const fine = status === 0 && counted.failed === 0;
    if (!fine) failed.push(`── ${step.title}: exit code ${String(status)}`, ...failures(step.report));
    ok &&= fine;
  }
  if (failed.length > 0) console.log(`\n${failed.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return ok ? 0 : 1;
}

function steps(long: boolean): Step[] {
  const node = process.execPath;
  return [
    { title: 'Types', command: [node, 'node_modules/@astrojs/check/bin/astro-check.js', '--minimumFailingSeverity', 'error'] },
    { title: 'The register', command: [node, 'scripts/check.ts'] },
    { title: 'The pages', command: [node, 'scripts/build.ts'] },
    {
      title: 'Unit tests',
      command: [node, 'node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
      report: 'test-results/unit.json',
      env: { LONG_TESTS: long ? '1' : '' },
    },
    {
      title: 'Journeys in a browser',
      command: [node, 'node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
      report: 'test-results/e2e.json',
    },
  ];
}
