import { existsSync, readFileSync } from 'node:fs';

const SHOWN_LINES = 12;

/** The failed tests of a vitest or Playwright report, each with the first lines of its reason: said again at the end of a run. */
export function failures(report: string | undefined): string[] {
  if (report === undefined || !existsSync(report)) return [];
  const result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport | PlaywrightReport;
  return 'suites' in result ? result.suites.flatMap(ofSuite) : result.testResults.flatMap(ofFile);
}

interface VitestReport {
  testResults: VitestFile[];
}

interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
}

interface PlaywrightReport {
  suites: Suite[];
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs?: { title: string; file: string; ok: boolean; tests: { status: string; results: { error?: { message?: string } }[] }[] }[];
}

function ofFile({ name, status, message, assertionResults }: VitestFile): string[] {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const whole = status === 'failed' && failed.length === 0 ? [told(name, message ?? 'the file failed')] : [];
  return [...whole, ...failed.map((test) => told(`${name} › ${test.fullName}`, test.failureMessages?.join('\n') ?? ''))];
}

/** A flaky test is a failed one. */
function ofSuite({ suites = [], specs = [] }: Suite): string[] {
  const failed = specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'));
  const reason = (spec: (typeof specs)[number]): string => spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n');
  return [...failed.map((spec) => told(`${spec.file} › ${spec.title}`, reason(spec))), ...suites.flatMap(ofSuite)];
}

function told(name: string, reason: string): string {
  const plain = reason.replaceAll(/\u001B\[[0-9;]*m/g, '').trim();
  return [`FAILED ${name}`, ...plain.split('\n').slice(0, SHOWN_LINES).map((line) => `    ${line}`)].join('\n');
}
