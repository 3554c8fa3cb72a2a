import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { option } from './option.ts';

const PORTS = { ours: 18_080, nginx: 18_081 };
const PAGE = '/san-pham/nuoc-mam-phu-sang/';

/**
 * Requests per second on one page and on a mix of pages, ours beside nginx with the same files, each on one core while
 * the load comes from the other. Budget: 0.5 x nginx. Needs Debian's nginx and wrk.
 */
export async function run(args: readonly string[]): Promise<void> {
  const seconds = option(args, 'seconds', 8);
  for (const tool of ['nginx', 'wrk', 'taskset']) if (spawnSync('which', [tool]).status !== 0) throw new Error(`bench serve needs "${tool}" (Debian: nginx-light, wrk, util-linux)`);
  const directory = resolve('var', 'bench', 'serve');
  mkdirSync(directory, { recursive: true });
  console.log('Publishing, and writing the same pages as plain files for nginx …');
  execFileSync(process.execPath, ['scripts/build.ts'], { stdio: 'ignore' });
  execFileSync(process.execPath, ['scripts/publish.ts'], { stdio: 'ignore' });
  const root = join(directory, 'site');
  await writePages(root);
  const servers = [startOurs(), startNginx(directory, root)];
  try {
    await Promise.all([waitFor(PORTS.ours), waitFor(PORTS.nginx)]);
    const rows: Record<string, Record<string, string>> = {};
    for (const [name, lua] of [['one page', undefined], ['500 pages', mixScript(directory, root)]] as const) {
      const ours = requestsPerSecond(PORTS.ours, seconds, lua);
      const nginx = requestsPerSecond(PORTS.nginx, seconds, lua);
      rows[name] = { 'this project': `${Math.round(ours)} /s`, nginx: `${Math.round(nginx)} /s`, ratio: (ours / nginx).toFixed(2) };
    }
    console.table(rows);
    console.log('budget: ratio 0.5 or more; gzip accepted by the client, nginx serves precompressed files (gzip_static)');
  } finally {
    for (const server of servers) server.kill('SIGTERM');
  }
}

function startOurs(): ChildProcess {
  return spawn('taskset', ['-c', '0', process.execPath, 'scripts/serve.ts'], { env: { ...process.env, PORT: String(PORTS.ours), LOG_LEVEL: 'silent' }, stdio: 'ignore' });
}

/** The pages of the publish in force, `<path>/index.html`. */
async function writePages(root: string): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  const store = await openPublishStore(join('var', 'publish'));
  const manifest = await store.current();
  for (const [path, entry] of manifest?.entries ?? []) {
    if (!path.endsWith('/')) continue;
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'index.html'), await store.files.read(entry.file));
  }
}

/** The usual advice for static files: one worker, sendfile, open file cache, precompressed gzip, no access log. */
function startNginx(directory: string, root: string): ChildProcess {
  execFileSync('find', [root, '-name', '*.html', '-exec', 'gzip', '-6', '-k', '-f', '{}', '+']);
  writeFileSync(
    join(directory, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=20000 inactive=60s; gzip_static on;
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }
  server { listen 127.0.0.1:${PORTS.nginx}; root ${root}; index index.html; } }
`,
  );
  return spawn('taskset', ['-c', '0', 'nginx', '-p', directory, '-c', join(directory, 'nginx.conf')], { stdio: 'ignore' });
}

async function waitFor(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${PAGE}`).catch(() => undefined);
    if (answer?.ok) return void (await answer.arrayBuffer());
    await setTimeout(100);
  }
  throw new Error(`nothing answers on port ${port}`);
}

function requestsPerSecond(port: number, seconds: number, lua: string | undefined): number {
  const args = ['-c', '1', 'wrk', '-t1', '-c64', `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', ...(lua === undefined ? [] : ['-s', lua]), `http://127.0.0.1:${port}${PAGE}`];
  execFileSync('taskset', [...args.slice(0, 5), '-d2s', ...args.slice(6)]);
  const printed = execFileSync('taskset', args, { encoding: 'utf8' });
  if (/Non-2xx/.test(printed)) throw new Error(`port ${port} answered with errors:\n${printed}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)?.[1]);
}

function mixScript(directory: string, root: string): string {
  const listed = execFileSync('find', [root, '-name', 'index.html', '-path', '*/xa/*'], { encoding: 'utf8' });
  const paths = listed.trim().split('\n').sort().slice(0, 500).map((file) => file.slice(root.length).replace(/index\.html$/, ''));
  const file = join(directory, 'mix.lua');
  writeFileSync(file, `local paths = {${paths.map((path) => `"${path}"`).join(',')}}\nlocal n = 0\nrequest = function() n = n % #paths + 1; return wrk.format("GET", paths[n]) end\n`);
  return file;
}
