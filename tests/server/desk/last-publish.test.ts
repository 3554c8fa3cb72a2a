import { expect, test } from 'vitest';
import { appendToLog } from '../../../src/publish/publish-log.ts';
import { lastPublishOf } from '../../../src/server/desk/last-publish.ts';
import { temporaryFolder } from '../db/fresh-database.ts';

test('the desk tells of the latest publish of the log, also after a restart', async () => {
  const directory = await temporaryFolder();
  expect(await lastPublishOf({ directory })).toBeUndefined();
  const entry = { asOf: '2026-11-24', build: 'x', bytes: 1, steps: {} } as const;
  await appendToLog(directory, { ...entry, number: 1, snapshot: 1, at: '2026-11-24T01:00:00.000Z', why: ['start'], pages: { all: 10, made: 10, removed: 0 } });
  await appendToLog(directory, { ...entry, number: 2, snapshot: 2, at: '2026-11-24T02:00:00.000Z', why: ['desk', 'clock'], pages: { all: 11, made: 2, removed: 0 }, steps: { lock: 5, read: 20 } });
  expect(await lastPublishOf({ directory })).toEqual({ at: Date.parse('2026-11-24T02:00:00Z'), snapshot: 2, reason: 'văn phòng duyệt, sang ngày mới', pages: 11, made: 2, tookMs: 25 });
});
