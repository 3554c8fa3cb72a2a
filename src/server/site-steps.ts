import { join } from 'node:path';
import { buildApp, builtDigest, sourceDigest } from '../publish/astro-build.ts';
import type { CommandContext } from './command.ts';
import type { PublishChoices, Register } from './compose.ts';
import { problemLines } from './steps.ts';

/** Builds the Astro app when its sources are not those of `dist`. */
export async function buildIfChanged({ root, steps }: CommandContext): Promise<void> {
  if ((await builtDigest(root)) === (await sourceDigest(root))) return steps.say('✓ Pages are built already');
  await steps.run('Building the pages', () => buildApp(root));
}

/** Loads and checks the register; prints all problems at once. Undefined when one of them is an error. */
export async function loadChecked({ site, steps, environment }: CommandContext): Promise<Register | undefined> {
  const { register, problems } = await steps.run(
    'Reading and checking the register',
    (onProgress) => site.load(onProgress),
    ({ register: loaded }) => (loaded === undefined ? 'errors found' : sizeOf(loaded) + (environment.samples ? ', with practice goods' : '')),
  );
  for (const line of problemLines(problems)) steps.say(line);
  return register;
}

function sizeOf({ catalogue: { products, decisions, communes } }: Register): string {
  return `${products.length} products, ${decisions.length} decisions, ${communes.length} communes`;
}

export async function publishStep({ site, steps, environment }: CommandContext, register: Register, choices: PublishChoices = {}) {
  const newKey = await site.makeFirstKey();
  if (newKey !== undefined) steps.say(`✓ New signing key ${newKey} in ${join(environment.dataDir, 'keys')}: back that folder up`);
  return steps.run(
    'Publishing the pages',
    (onProgress) => site.publish(register, { ...choices, onProgress }),
    ({ changed, held, made, pages, manifest }) => {
      if (changed) return `${made} of ${pages} made, publish ${manifest.number} as of ${manifest.asOf}`;
      if (held) return `publish ${manifest.rollback?.to} was brought back and stays until the register changes (--force publishes nevertheless)`;
      return `nothing changed, publish ${manifest.number} stands`;
    },
  );
}

/** Serves until SIGINT or SIGTERM, then lets requests under way end. */
export async function serveUntilStopped({ site, steps, environment }: CommandContext): Promise<void> {
  const { port, host, siteUrl } = environment;
  const server = await site.openServer();
  try {
    const taken = await server.listen(port, host);
    steps.say(`\nThe site is up: ${siteUrl}${siteUrl.endsWith(`:${taken}`) ? '' : ` (listening on port ${taken})`}   Ctrl+C stops it.`);
  } catch (error) {
    await server.close(0);
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken: stop what uses it, or set PORT to another number.`, { cause: error });
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
}
