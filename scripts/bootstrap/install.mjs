import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of package-lock.json when node_modules is missing or belongs to another lockfile.
 * Gives back a sentence when that failed.
 */
export function installIfNeeded(root, install = npmCi) {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stampFile = join(root, 'node_modules', '.ocop-stamp');
  const stamp = createHash('sha256').update(`${process.platform}-${process.arch}\n${lockfile}`).digest('hex');
  const found = read(stampFile);
  if (found === stamp) return undefined;
  if (!holdsAll(JSON.parse(lockfile), read(join(root, 'node_modules', '.package-lock.json')))) {
    console.log(`Installing packages (${found === undefined ? 'first run' : 'package-lock.json changed'}) …`);
    const problem = install(root);
    if (problem !== undefined) return problem;
  }
  writeFileSync(stampFile, stamp);
  return undefined;
}

/**
 * True when somebody ran npm already: what npm says is installed is what the lockfile asks for.
 * Optional packages may be absent, most of them are for other systems.
 */
function holdsAll(lockfile, hiddenLockfile) {
  if (hiddenLockfile === undefined) return false;
  const installed = JSON.parse(hiddenLockfile).packages;
  const wanted = Object.entries(lockfile.packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, integrity, optional }]) => {
    const present = installed[path];
    return present === undefined ? optional === true : present.version === version && present.integrity === integrity;
  });
}

function npmCi(root) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error !== undefined) return `npm could not be started (${error.message}): install Node 20 or newer with npm.`;
  return status === 0 ? undefined : `npm ci failed (exit code ${status}): see its lines above; the package registry must be reachable.`;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
