import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeskRole } from '../../src/publish/desk-page.ts';
import { openDatabase } from '../../src/server/db/open-database.ts';
import { hashPassphrase } from '../../src/server/desk/passphrase.ts';
import { addUser } from '../../src/server/desk/users.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHEAP = { memoryKiB: 8, passes: 1 };

/** A whole site with a desk, over a copy of the records: what a journey changes is seen by nobody else. */
export interface OfficeServer {
  url: string;
  /** The folder of its records. */
  contentDir: string;
  /** What the site writes, mails among it. */
  dataDir: string;
  stop(): Promise<void>;
}

/** `prepare` may change the copy of the records before the site starts; `env` stands over the settings of a practice site. */
export async function startOffice(users: readonly { name: string; role: DeskRole; passphrase: string }[], prepare: (contentDir: string) => void = () => undefined, env: Readonly<Record<string, string>> = {}): Promise<OfficeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  const [contentDir, dataDir] = [copyRecords(folder), join(folder, 'var')];
  prepare(contentDir);
  const db = await openDatabase({ dataDir }, Date.now);
  for (const { name, role, passphrase } of users) await addUser(db, { name, role, passphraseHash: await hashPassphrase(passphrase, CHEAP) }, Date.now());
  await db.destroy();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SITE_URL: url, DATA_DIR: dataDir, CONTENT_DIR: contentDir, PRACTICE_MODE: 'on', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(child, `${url}/readyz`);
  return {
    url,
    contentDir,
    dataDir,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The country's places are large and only read. */
function copyRecords(folder: string): string {
  const [from, to] = [join(ROOT, 'content'), join(folder, 'content')];
  mkdirSync(to);
  for (const name of readdirSync(from)) if (name !== 'places') cpSync(join(from, name), join(to, name), { recursive: true });
  symlinkSync(join(from, 'places'), join(to, 'places'), 'dir');
  return to;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the site for the journey ended with ${child.exitCode}`);
}
