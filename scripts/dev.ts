import { spawn } from 'node:child_process';
import { runCommand } from '../src/server/command.ts';

/** Astro's own server with live reload; src/publish/dev-middleware.ts gives the pages their view. */
await runCommand(async ({ root, environment, args }) => {
  const astro = `${root}/node_modules/astro/bin/astro.mjs`;
  const child = spawn(process.execPath, [astro, 'dev', '--port', String(environment.port), ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 0));
  });
});
