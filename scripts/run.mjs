/**
 * Starts every npm script. Plain JavaScript without dependencies: it runs on any Node from 20 on, with nothing
 * installed yet, installs what is missing, and hands over to the project's own Node.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './bootstrap/find-node.mjs';
import { installIfNeeded } from './bootstrap/install.mjs';

const SCRIPTS = {
  start: ['scripts/start.ts'],
  serve: ['scripts/serve.ts'],
  dev: ['scripts/dev.ts'],
  build: ['scripts/build.ts'],
  check: ['scripts/check.ts'],
  publish: ['scripts/publish.ts'],
  rollback: ['scripts/rollback.ts'],
  watch: ['scripts/watch.ts'],
  static: ['scripts/build.ts', '--static'],
  import: ['scripts/import.ts'],
  'desk-user': ['scripts/desk-user.ts'],
  export: ['scripts/export.ts'],
  keys: ['scripts/keys.ts'],
  labels: ['scripts/labels.ts'],
  backup: ['scripts/backup.ts'],
  restore: ['scripts/restore.ts'],
  orders: ['scripts/orders.ts'],
  test: ['scripts/test.ts'],
  'test:long': ['scripts/test.ts', '--long'],
  bench: ['scripts/bench.ts'],
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = '', ...rest] = process.argv.slice(2);
const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined;
if (script === undefined) stop(`Unknown script "${name}". Known: ${Object.keys(SCRIPTS).join(', ')}.`);

const failure = installIfNeeded(root);
if (failure !== undefined) stop(failure);
const node = findNode(root);
if (node === undefined) {
  stop(
    `No Node 26 for ${process.platform}-${process.arch} comes with the project. Supported: Linux (x64, arm64, glibc), ` +
      'macOS (arm64, x64), Windows (x64); on any other system run it with Node 26 or newer of your own.',
  );
}

const bin = join(root, 'node_modules', '.bin');
const child = spawn(node, [...script, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    // Files wait for the disk and compression for a thread; four, the default, leave the disk idle.
    UV_THREADPOOL_SIZE: '16',
    ...process.env,
    PATH: [dirname(node), bin, process.env.PATH].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});
// Ctrl+C reaches the child by itself; this process only has to outlive it.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => stop(`${node} could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));

function stop(message) {
  console.error(message);
  process.exit(1);
}
