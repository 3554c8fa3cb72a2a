/** Child of the publish bench: publishes a register from nothing, serves it, watches it, and tells of every publish. */
import { join, resolve } from 'node:path';
import { openPublishQueue } from '../../src/server/automatic/publish-queue.ts';
import { realTimers } from '../../src/server/automatic/timers.ts';
import { touchedPaths } from '../../src/server/automatic/touched-paths.ts';
import { watchContent } from '../../src/server/automatic/watch-content.ts';
import { composeSite } from '../../src/server/compose.ts';
import { readEnvironment } from '../../src/server/env.ts';

const [root = '', port = ''] = process.argv.slice(2);
const environment = readEnvironment({ PORT: port, DATA_DIR: join(resolve(root), 'var'), PRACTICE_MODE: 'off', LOG_LEVEL: 'silent' });
const site = await composeSite(resolve(root), environment);

const touched = touchedPaths();

async function publishAll() {
  const started = performance.now();
  const { register, problems } = await site.load(undefined, touched.take());
  if (register === undefined) throw new Error(`the synthetic register has errors: ${JSON.stringify(problems.slice(0, 3))}`);
  const loaded = performance.now();
  const { pages, made } = await site.publish(register, { staysReady: true });
  return { pages, made, loadSeconds: (loaded - started) / 1000, publishSeconds: (performance.now() - loaded) / 1000 };
}

const queue = openPublishQueue<'content', Awaited<ReturnType<typeof publishAll>>>(publishAll);
const first = await queue.request('content');
if (!first.ok) throw first.error;
const server = await site.openServer();
await server.listen(environment.port);
watchContent({
  contentDir: join(resolve(root), 'content'),
  timers: realTimers,
  now: Date.now,
  onTouched: touched.add,
  onSaved: () => void queue.request('content').then((result) => process.send?.(result.ok ? { published: result.outcome } : { failed: String(result.error) })),
});
process.send?.({ ready: first.outcome, residentMiB: process.memoryUsage.rss() / 1024 / 1024 });
