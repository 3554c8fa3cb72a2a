import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { composeSite, type Site } from './compose.ts';
import { EnvironmentError, readEnvironment, type Environment } from './env.ts';
import { terminalSteps, type Steps } from './steps.ts';

export interface CommandContext {
  /** The project's folder. */
  root: string;
  environment: Environment;
  site: Site;
  steps: Steps;
  args: readonly string[];
}

/**
 * Runs one script of `scripts/`: settings from the environment and .env, the real parts, exit code.
 * `work` gives 1 for a failure that it has explained itself; what it throws is printed without a stack.
 */
export async function runCommand(work: (context: CommandContext) => Promise<number | void>): Promise<void> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const steps = terminalSteps();
  try {
    const environment = settings(root);
    const site = await composeSite(root, environment);
    process.exitCode = (await work({ root, environment, site, steps, args: process.argv.slice(2) })) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? wordsOf(error) : String(error));
    process.exitCode = 1;
  }
}

function settings(root: string): Environment {
  const file = join(root, '.env');
  if (existsSync(file)) loadEnvFile(file);
  return readEnvironment(process.env);
}

/** A fault in the program itself keeps its stack; everything else is for the person who runs it. */
function wordsOf(error: Error): string {
  if (error instanceof EnvironmentError) return error.message;
  const isFault = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  return isFault ? (error.stack ?? error.message) : error.message;
}
