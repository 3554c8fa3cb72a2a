import { afterEach } from 'vitest';

/** Whatever reaches the console unexpectedly fails the test; one that expects output spies on the console itself. */
const said: string[] = [];

for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const) {
  console[level] = (...parts: unknown[]): void => {
    said.push(`console.${level}: ${parts.map(String).join(' ')}`);
  };
}

afterEach(() => {
  const unexpected = said.splice(0);
  if (unexpected.length > 0) throw new Error(`unexpected console output\n${unexpected.join('\n')}`);
});
