import { expect, test } from 'vitest';
import { BatchRefused } from '../../../src/importing/write/batch-write.ts';
import { awaitBatch } from '../../../src/server/automatic/await-batch.ts';
import { FakeTime, MINUTE, settle } from './fake-time.ts';

test('a publish waits until an import has moved all its records', async () => {
  const time = new FakeTime('2026-11-22T00:00:00Z');
  let importing = true;
  let free = false;
  const waiting = awaitBatch('content', time.timers, () => {
    if (importing) throw new BatchRefused('importing');
    return 'nothing';
  }).then(() => (free = true));
  await time.pass(1_000);
  expect(free).toBe(false);
  importing = false;
  await time.pass(100);
  await settle();
  expect(free).toBe(true);
  await waiting;
});

test('an import that does not end, or a record that stands in its way, is an error', async () => {
  const time = new FakeTime('2026-11-22T00:00:00Z');
  const long = expect(awaitBatch('content', time.timers, () => { throw new BatchRefused('importing'); })).rejects.toThrow('importing');
  await time.pass(MINUTE);
  await long;
  await expect(awaitBatch('content', time.timers, () => { throw new Error('đã bị sửa'); })).rejects.toThrow('đã bị sửa');
});
