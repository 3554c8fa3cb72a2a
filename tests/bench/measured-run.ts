import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface MeasuredRun {
  seconds: number;
  /** Highest resident memory of the process and its children, MiB; undefined where /proc is missing. */
  peakMiB: number | undefined;
  stdout: string;
}

/** Runs a program of its own and watches its memory. Throws when it fails, with the end of what it said. */
export async function measuredRun(command: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
  let peakKiB = 0;
  const watch = setInterval(() => (peakKiB = Math.max(peakKiB, highestKiB(child.pid as number))), 50);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}):\n${(stdout + stderr).slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, peakMiB: peakKiB === 0 ? undefined : peakKiB / 1024, stdout };
}

/** `VmHWM` is the kernel's own high-water mark, so a short peak between two looks counts too. */
function highestKiB(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return own + children.reduce((sum, childPid) => sum + highestKiB(Number(childPid)), 0);
  } catch {
    return 0;
  }
}
