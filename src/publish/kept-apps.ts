import { cp, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const appsDir = (publishDir: string): string => join(publishDir, 'apps');

/** Where the built app of a publish is kept: what `dist` was when its build was published. */
export const appDir = (publishDir: string, build: string): string => join(appsDir(publishDir), build);

export interface KeepAppOptions {
  distDir: string;
  publishDir: string;
  build: string;
  modulesDir: string;
  /** The build that `dist` holds at the moment. */
  builtNow: () => Promise<string | undefined>;
}

/**
 * Keeps a copy of the built app beside what it publishes. A new build into `dist` under a running server then takes no
 * code away that is loaded late, and an earlier publish that is brought back renders with its own code. `modulesDir`:
 * the packages that the app imports. Throws when `dist` was built anew while it was copied.
 */
export async function keepApp({ distDir, publishDir, build, modulesDir, builtNow }: KeepAppOptions): Promise<void> {
  const kept = appDir(publishDir, build);
  if (await hasApp(publishDir, build)) return;
  await mkdir(appsDir(publishDir), { recursive: true });
  await symlink(resolve(modulesDir), join(appsDir(publishDir), 'node_modules'), 'junction').catch(ignoreExisting);
  const copy = join(publishDir, 'tmp', `app-${build}-${process.pid}`);
  await rm(copy, { recursive: true, force: true });
  await cp(distDir, copy, { recursive: true, filter: (source) => source !== join(distDir, 'static') });
  if ((await builtNow()) !== build) throw new Error('the pages are being built at this moment: try again when that is done');
  await rename(copy, kept).catch(ignoreExisting);
  await rm(copy, { recursive: true, force: true });
}

export async function hasApp(publishDir: string, build: string): Promise<boolean> {
  return (await stat(appDir(publishDir, build)).catch(() => undefined)) !== undefined;
}

/** Removes the apps of all other builds. */
export async function keepApps(publishDir: string, builds: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(appsDir(publishDir)).catch(() => [])) {
    if (name !== 'node_modules' && !builds.has(name)) await rm(join(appsDir(publishDir), name), { recursive: true, force: true });
  }
}

/** Another process was quicker. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
