import { stdout } from 'node:process';
import type { Problem } from '../domain/problem.ts';
import { formatProblem } from '../domain/problem.ts';

/** What a person at the terminal sees: a line per step with its time, a progress bar on long ones. */
export interface Steps {
  /** Runs one step. `progress` draws a bar on a terminal and a plain line every tenth elsewhere. */
  run<T>(name: string, work: (progress: Progress) => Promise<T> | T, outcome?: (result: T) => string): Promise<T>;
  say(line: string): void;
}

export type Progress = (done: number, total: number) => void;

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;

export function terminalSteps(terminal: Terminal = stdout, now: () => number = () => performance.now()): Steps {
  const clear = terminal.isTTY === true ? '\r\u001b[2K' : '';
  return {
    say: (line) => void terminal.write(`${line}\n`),
    async run(name, work, outcome) {
      const start = now();
      if (terminal.isTTY === true) terminal.write(`  ${name} …`);
      try {
        const result = await work(terminal.isTTY === true ? bar(name) : lines(name));
        const words = outcome?.(result);
        terminal.write(`${clear}✓ ${name}${words ? `: ${words}` : ''} (${seconds(now() - start)})\n`);
        return result;
      } catch (error) {
        terminal.write(`${clear}✗ ${name} (${seconds(now() - start)})\n`);
        throw error;
      }
    },
  };

  function bar(name: string): Progress {
    let drawn = -Infinity;
    return (done, total) => {
      if (done < total && now() - drawn < REDRAW_MS) return;
      drawn = now();
      const filled = Math.round((done / total) * BAR_WIDTH);
      terminal.write(`${clear}  ${name} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`);
    };
  }

  function lines(name: string): Progress {
    let tenth = 0;
    return (done, total) => {
      const reached = Math.floor((done / total) * 10);
      if (reached <= tenth || done === total) return;
      tenth = reached;
      terminal.write(`  ${name}: ${done}/${total}\n`);
    };
  }
}

/** All problems, errors first, then how many of each. */
export function problemLines(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  return [
    ...errors.map((problem) => `error    ${formatProblem(problem)}`),
    ...warnings.map((problem) => `warning  ${formatProblem(problem)}`),
    `${errors.length} error(s), ${warnings.length} warning(s)`,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
