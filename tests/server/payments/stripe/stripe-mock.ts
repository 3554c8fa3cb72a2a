import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOME = join(tmpdir(), 'ocop-stripe-mock');
const BINARY = join(HOME, 'bin', 'stripe-mock');

/** Stripe's own imitation, which checks requests against the published description of the API. A sentence when it cannot be had. */
export async function startStripeMock(): Promise<{ port: number; stop(): void } | { missing: string }> {
  if (!existsSync(BINARY)) {
    const env = { ...process.env, GOBIN: join(HOME, 'bin'), GOPATH: join(HOME, 'path'), GOFLAGS: '-modcacherw' };
    const { error, status } = spawnSync('go', ['install', 'github.com/stripe/stripe-mock@latest'], { env, timeout: 300_000, stdio: 'ignore' });
    if (error !== undefined || status !== 0) return { missing: 'skipped: no stripe-mock (it needs a Go toolchain and its module proxy)' };
  }
  const port = await freePort();
  const child = spawn(BINARY, ['-http-port', String(port)], { stdio: 'ignore' });
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/charges`).catch(() => undefined);
    if (answer !== undefined) return { port, stop: () => void child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { missing: 'skipped: no stripe-mock (it ended by itself)' };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
