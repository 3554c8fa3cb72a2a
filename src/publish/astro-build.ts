import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfFiles } from './source-digest.ts';

/** Everything that the built app, the feeds and the publisher are made from. */
const SOURCES = ['src', 'public', 'content/pages', 'astro.config.mjs', 'package-lock.json'];

const stampPath = (root: string): string => join(root, 'dist', 'build.stamp');

/** Digest of the sources as they are now; it names the build. */
export const sourceDigest = (root: string): Promise<string> => digestOfFiles(root, SOURCES);

/** The sources that `dist` was built from; undefined when there is no finished build. */
export async function builtDigest(root: string): Promise<string | undefined> {
  return readFile(stampPath(root), 'utf8').catch(() => undefined);
}

/** Builds the Astro app into `dist` and stamps it. Throws with the compiler's output when it fails. */
export async function buildApp(root: string): Promise<string> {
  const digest = await sourceDigest(root);
  await rm(stampPath(root), { force: true });
  await runAstro(root);
  await writeFile(stampPath(root), digest);
  return digest;
}

function runAstro(root: string): Promise<void> {
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', root], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the Astro build failed (exit code ${code}):\n${Buffer.concat(output).toString('utf8')}`));
    });
  });
}
