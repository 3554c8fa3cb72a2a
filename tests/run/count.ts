import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export function plus(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Counts from a report of vitest or Playwright; a missing report is one failed test, never a silent nothing. */
export function count(report: string | undefined, succeeded: boolean): Count {
  if (report === undefined) return succeeded ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
  if (!existsSync(report)) return { ...NOTHING, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport | PlaywrightReport;
  const counted = 'stats' in result ? ofPlaywright(result) : ofVitest(result);
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function ofVitest(result: VitestReport): Count {
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
}

/** A flaky test is a failed one. */
function ofPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
