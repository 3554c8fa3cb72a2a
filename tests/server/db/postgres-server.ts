import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where the run's own PostgreSQL server lives; set by tests/global-setup.ts. */
const FOLDER = 'TEST_POSTGRES_FOLDER';
/** Process of the run; when it is gone, so is the server. */
const OWNER = 'TEST_POSTGRES_OWNER';
const DURABLE = 'TEST_POSTGRES_DURABLE';
const DEBIAN = '/usr/lib/postgresql';

/** Address of a PostgreSQL server: the one that TEST_DATABASE_URL names, else one started for this run, else why there is none. */
export async function postgresServer(): Promise<{ url: string } | { missing: string }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given };
  const bin = binaries();
  const folder = process.env[FOLDER];
  if (bin === undefined || folder === undefined) return { missing: `no PostgreSQL in ${DEBIAN}, and TEST_DATABASE_URL is not set` };
  return startOnce(folder, bin);
}

/** The folder of the run, before anything is started in it. `durable`: commits wait for the disk, as they would in an office. */
export function prepareFolder({ durable = false } = {}): void {
  process.env[FOLDER] = mkdtempSync(join(tmpdir(), 'ocop-pg-'));
  process.env[OWNER] = String(process.pid);
  if (durable) process.env[DURABLE] = 'on';
}

export function stopServer(): void {
  const folder = process.env[FOLDER];
  if (folder === undefined) return;
  const pid = pidOf(folder);
  if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function binaries(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions.map((version) => join(DEBIAN, version, 'bin')).findLast((bin) => existsSync(join(bin, 'initdb')));
}

/** The first test file that asks starts it; the others wait for the file that says where. */
async function startOnce(folder: string, bin: string): Promise<{ url: string } | { missing: string }> {
  const said = join(folder, 'address');
  try {
    mkdirSync(join(folder, 'starting'));
  } catch {
    while (!existsSync(said)) await setTimeout(50);
    return JSON.parse(readFileSync(said, 'utf8')) as { url: string };
  }
  outliveNobody(folder);
  const answer = start(folder, bin);
  writeFileSync(`${said}.new`, JSON.stringify(answer));
  execFileSync('mv', [`${said}.new`, said]);
  return answer;
}

/** A run that is killed stops nothing itself: a process of its own waits for its end, then ends the server and takes its folder away. */
function outliveNobody(folder: string): void {
  const owner = Number(process.env[OWNER] ?? process.pid);
  const script = `
    while kill -0 ${owner} 2>/dev/null; do sleep 1; done
    for again in 1 2 3 4 5 6 7 8 9 10; do
      [ -f "$0/data/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")" 2>/dev/null
      [ -d "$0" ] || break
      sleep 1
      rm -rf "$0"
    done`;
  spawn('sh', ['-c', script, folder], { detached: true, stdio: 'ignore' }).unref();
}

/** Nothing of it outlives the run, so it need not wait for the disk unless that is measured. Root may not run it: the user `postgres` does. */
function start(folder: string, bin: string): { url: string } | { missing: string } {
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres']).toString());
  const user = asRoot ? { uid: id('-u'), gid: id('-g') } : {};
  if (asRoot) chownSync(folder, id('-u'), id('-g'));
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const run = (name: string, args: readonly string[]): string => {
    const { status, stderr } = spawnSync(join(bin, name), args, { ...user, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    return status === 0 ? '' : `${name} failed: ${String(stderr).slice(0, 300)}`;
  };
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=${process.env[DURABLE] === 'on' ? 'on' : 'off'} -c max_connections=200 -c lock_timeout=60s`;
  const failed = run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']) || run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start']);
  return failed === '' ? { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}` } : { missing: failed };
}

function pidOf(folder: string): number | undefined {
  const file = join(folder, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}
