import { expect, test } from 'vitest';
import { openPublishQueue, QueueClosed } from '../../../src/server/automatic/publish-queue.ts';
import { settle } from './fake-time.ts';

/** A publish that lasts until the test ends it. */
function slowPublish() {
  const runs: { reasons: readonly string[]; end: (error?: Error) => void }[] = [];
  const queue = openPublishQueue<string, number>(
    (reasons) =>
      new Promise((resolve, reject) => {
        const number = runs.length + 1;
        runs.push({ reasons, end: (error) => (error === undefined ? resolve(number) : reject(error)) });
      }),
  );
  return { queue, runs };
}

test('a request starts a publish at once', async () => {
  const { queue, runs } = slowPublish();
  const result = queue.request('clock');
  expect(runs.map(({ reasons }) => reasons)).toEqual([['clock']]);
  runs[0]?.end();
  expect(await result).toEqual({ ok: true, outcome: 1 });
  expect(queue.state()).toEqual({ running: [], waiting: [] });
});

test('requests during a publish share the next one, each reason once', async () => {
  const { queue, runs } = slowPublish();
  const first = queue.request('content');
  const later = [queue.request('webhook'), queue.request('content'), queue.request('webhook')];
  expect(queue.state()).toEqual({ running: ['content'], waiting: ['webhook', 'content'] });
  runs[0]?.end();
  await first;
  await settle();
  expect(runs.map(({ reasons }) => reasons)).toEqual([['content'], ['webhook', 'content']]);
  runs[1]?.end();
  expect(await Promise.all(later)).toEqual([1, 2, 3].map(() => ({ ok: true, outcome: 2 })));
});

test('never two at a time, whatever comes', async () => {
  let running = 0;
  let most = 0;
  const queue = openPublishQueue<number, void>(async () => {
    running += 1;
    most = Math.max(most, running);
    await settle();
    running -= 1;
  });
  await Promise.all(Array.from({ length: 50 }, async (_, nth) => {
    for (let turn = 0; turn < nth; turn += 1) await Promise.resolve();
    await queue.request(nth);
  }));
  expect(most).toBe(1);
});

test('a publish that fails tells those who asked, and the next one runs', async () => {
  const { queue, runs } = slowPublish();
  const first = queue.request('content');
  const second = queue.request('clock');
  runs[0]?.end(new Error('disk full'));
  expect(await first).toMatchObject({ ok: false, error: { message: 'disk full' } });
  runs[1]?.end();
  expect(await second).toEqual({ ok: true, outcome: 2 });
});

test('closing waits for the publish under way and refuses the rest', async () => {
  const { queue, runs } = slowPublish();
  const first = queue.request('content');
  const second = queue.request('clock');
  let closed = false;
  const closing = queue.close().then(() => (closed = true));
  expect(await second).toMatchObject({ ok: false, error: expect.any(QueueClosed) });
  await settle();
  expect(closed).toBe(false);
  runs[0]?.end();
  await closing;
  expect((await first).ok).toBe(true);
  expect(await queue.request('late')).toMatchObject({ ok: false, error: expect.any(QueueClosed) });
  expect(runs).toHaveLength(1);
});
