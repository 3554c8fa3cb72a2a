import { expect, test } from 'vitest';
import { problemLines, terminalSteps } from '../../src/server/steps.ts';

function terminal(isTTY: boolean): { isTTY: boolean; write(text: string): void; text: string } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

test('a step is one line with its outcome and time', async () => {
  const out = terminal(false);
  let now = 0;
  const steps = terminalSteps(out, () => (now += 1_250));
  expect(await steps.run('Reading', () => 295, (count) => `${count} products`)).toBe(295);
  expect(out.text).toBe('✓ Reading: 295 products (1.3 s)\n');
});

test('away from a terminal long steps give a line per tenth and no control characters', async () => {
  const out = terminal(false);
  await terminalSteps(out, () => 0).run('Publishing', (progress) => {
    for (let done = 1; done <= 1000; done += 1) progress(done, 1000);
  });
  expect(out.text.split('\n').slice(0, 2)).toEqual(['  Publishing: 100/1000', '  Publishing: 200/1000']);
  expect(out.text.match(/\n/g)).toHaveLength(10);
  expect(out.text).not.toContain('\u001b');
});

test('on a terminal a bar fills up in place', async () => {
  const out = terminal(true);
  let now = 0;
  await terminalSteps(out, () => (now += 200)).run('Publishing', (progress) => {
    progress(1, 2);
    progress(2, 2);
  });
  expect(out.text).toContain(`Publishing ${'█'.repeat(12)}${'░'.repeat(12)} 1/2`);
  expect(out.text.endsWith('\u001b[2K✓ Publishing (0.8 s)\n')).toBe(true);
});

test('a step that fails is marked and its error goes on', async () => {
  const out = terminal(false);
  await expect(terminalSteps(out, () => 0).run('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(out.text).toBe('✗ Building (0.0 s)\n');
});

test('problems are listed errors first and counted', () => {
  const problem = (severity: 'error' | 'warning') => ({ file: 'content/site.yaml', field: 'name', message: `is a ${severity}`, severity });
  expect(problemLines([problem('warning'), problem('error')])).toEqual([
    'error    content/site.yaml: name is a error',
    'warning  content/site.yaml: name is a warning',
    '1 error(s), 1 warning(s)',
  ]);
  expect(problemLines([])).toEqual([]);
});
