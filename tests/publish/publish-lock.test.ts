import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/publish/publish-lock.ts';
import { startOf } from '../../src/publish/running-process.ts';

let directory: string;
let other: ChildProcess;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocop-lock-'));
  other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
});
afterEach(async () => {
  other.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const write = (holder: object | string): Promise<void> => writeFile(join(directory, 'lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));

test('one holds it, the next gets it when the first gives it back', async () => {
  const first = await takeLock(directory, 0);
  await expect(takeLock(directory, 0)).rejects.toThrow(`another publish is under way (process ${process.pid}); this one was not started`);
  const waiting = takeLock(directory, 10_000);
  await first.release();
  const second = await waiting;
  await second.assertHeld();
  await expect(first.assertHeld()).rejects.toThrow('another publish took over');
  await first.release();
  await second.assertHeld();
  await second.release();
  expect(await readdir(directory)).toEqual([]);
});

test('the lock of a running process is respected', async () => {
  const pid = other.pid as number;
  await write({ pid, start: startOf(pid), token: 'x' });
  await expect(takeLock(directory, 0)).rejects.toThrow(`process ${pid}`);
});

test.each([
  ['of a process that is gone', { pid: 2 ** 30, start: 'then', token: 'x' }],
  ['of a process whose number another one bears by now', { pid: process.pid, start: '1@another-boot', token: 'x' }],
  ['that a power cut left empty', ''],
  ['that is damaged', '{"pid":'],
])('a lock %s is taken over', async (_what, holder) => {
  await write(holder);
  const lock = await takeLock(directory, 0);
  await lock.assertHeld();
  expect(await readdir(directory)).toEqual(['lock']);
});

test('of many that take one stale lock over, one has it at a time', async () => {
  await write({ pid: 2 ** 30, start: 'then', token: 'x' });
  let holding = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    const lock = await takeLock(directory, 60_000);
    holding += 1;
    most = Math.max(most, holding);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await lock.assertHeld();
    holding -= 1;
    await lock.release();
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(most).toBe(1);
});

test('the start of a process is told apart from that of another', () => {
  if (process.platform !== 'linux') return expect(startOf(process.pid)).toBe('');
  expect(startOf(process.pid)).toMatch(/^\d+@[0-9a-f-]{36}$/);
  expect(startOf(process.pid)).not.toBe(startOf(other.pid as number));
  return undefined;
});

test('the lock says who has it', async () => {
  await takeLock(directory, 0);
  expect(JSON.parse(await readFile(join(directory, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid, start: startOf(process.pid) });
});
