import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stderr } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { postgresMissing } from './fresh-database.ts';

if (postgresMissing !== undefined) stderr.write(`skipped: no PostgreSQL (${postgresMissing})\n`);
const isOurs = postgresMissing === undefined && (process.env['TEST_DATABASE_URL'] ?? '') === '';

test.skipIf(!isOurs)('a run of tests that is killed leaves no server and no folder behind', async () => {
  const { TEST_POSTGRES_FOLDER: _, ...env } = process.env;
  const run = spawn(process.execPath, [join(import.meta.dirname, 'start-and-wait.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(run.stdout, 'data')) as [Buffer];
  const folder = new URL((JSON.parse(said.toString()) as { url: string }).url).searchParams.get('host') ?? '';
  const socket = join(folder, '.s.PGSQL.5432');
  expect([existsSync(socket), dirname(socket)]).toEqual([true, folder]);
  run.kill('SIGKILL');
  await once(run, 'close');
  // Ends with the test's own limit when it never goes.
  while (existsSync(folder)) await setTimeout(200);
});
