import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar-day.ts';
import type { PublishReport } from '../../../src/publish/publish-options.ts';
import { dueDay } from '../../../src/server/automatic/due-day.ts';
import { openAutomatic, type AutomaticParts } from '../../../src/server/automatic/open-automatic.ts';
import { signatureOf } from '../../../src/server/automatic/signed-request.ts';
import { tellLog, tellTerminal } from '../../../src/server/automatic/tell-results.ts';
import { RegisterErrors } from '../../../src/server/automatic/register-errors.ts';
import { certificate, smallCatalogue } from '../../publish/small-catalogue.ts';
import { DAY, FakeTime, settle } from './fake-time.ts';

const SECRET = '0123456789abcdef';
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocop-automatic-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const outcome = (asOf: string, more: Partial<PublishReport> = {}): PublishReport =>
  ({ changed: true, held: false, pages: 10, made: 2, removed: 0, manifest: { number: 1, asOf }, ...more }) as PublishReport;

/** A site whose publishes do nothing but move its day. */
async function site(time: FakeTime, more: Partial<AutomaticParts> = {}) {
  const published: string[] = [];
  let asOf = '2026-11-22';
  let number = 1;
  const automatic = await openAutomatic({
    contentDir: directory,
    dataDir: directory,
    watch: false,
    catchUp: false,
    publishWebhookSecret: SECRET,
    now: time.now,
    timers: time.timers,
    store: { currentNumber: async () => number, current: async () => ({ number, asOf }) as never },
    onTouched: () => undefined,
    catalogue: async () => smallCatalogue({ certificates: [certificate('nuoc-mam-phu-sang', { validUntil: '2026-11-24' })] }),
    publish: async (why) => {
      asOf = addDays('1970-01-01', Math.floor((time.now() + 7 * 3_600_000) / DAY));
      number += 1;
      published.push(`${asOf} ${why.join(', ')}`);
      return outcome(asOf);
    },
    onResult: () => undefined,
    onError: (error) => {
      throw error;
    },
    ...more,
  });
  return { automatic, published };
}

test('it publishes on the day on which a status changes, and after a quiet week', async () => {
  const time = new FakeTime('2026-11-22T03:00:00Z');
  const { automatic, published } = await site(time);
  await time.pass(12 * DAY);
  expect(published).toEqual(['2026-11-25 clock', '2026-12-02 clock']);
  await automatic.stop();
  await time.pass(30 * DAY);
  expect(published).toHaveLength(2);
});

test('a signed request publishes, until it is stopped', async () => {
  const time = new FakeTime('2026-11-22T03:00:00Z');
  const { automatic, published } = await site(time);
  expect(automatic.door.takes('/api/publish')).toBe(true);
  expect(automatic.door.takes('/api/orders')).toBe(false);
  const request = (body: string): Request => new Request('http://localhost/api/publish', { method: 'POST', body, headers: { 'x-hub-signature-256': signatureOf(body, SECRET) } });
  expect((await automatic.door.answer(request('{"a":1}'), { address: '' })).status).toBe(202);
  await settle();
  expect(published).toEqual(['2026-11-22 webhook']);
  await automatic.stop();
  await automatic.door.answer(request('{"a":2}'), { address: '' });
  expect(published).toHaveLength(1);
});

test('what changed while nothing ran is published at the start', async () => {
  const { automatic, published } = await site(new FakeTime('2026-11-22T03:00:00Z'), { catchUp: true });
  await automatic.stop();
  expect(published).toEqual(['2026-11-22 content']);
});

test('a publish that fails is told, and the next one is asked for at the next look', async () => {
  const time = new FakeTime('2026-11-25T03:00:00Z');
  const told: boolean[] = [];
  const { automatic } = await site(time, {
    publish: async () => {
      throw new RegisterErrors([]);
    },
    onResult: ({ ok }) => told.push(ok),
  });
  await time.pass(DAY / 72);
  expect(told.length).toBeGreaterThan(1);
  expect(told).not.toContain(true);
  await automatic.stop();
});

test('the due day is the next with a change, at most a week away, also while the records cannot be read', () => {
  const ends = (validUntil: string) => smallCatalogue({ certificates: [certificate('nuoc-mam-phu-sang', { validUntil })] });
  expect(dueDay(ends('2026-11-24'), '2026-11-22')).toBe('2026-11-25');
  expect(dueDay(ends('2026-12-24'), '2026-11-22')).toBe('2026-11-29');
  expect(dueDay(undefined, '2026-11-22')).toBe('2026-11-29');
});

test('a terminal is told in Vietnamese first, a log in one line', () => {
  const lines: string[] = [];
  const tell = tellTerminal((line) => lines.push(line), () => '09:05:00');
  tell({ ok: true, outcome: outcome('2026-11-22', { entry: { steps: { compare: 120, pages: 300 } } as never }) }, ['content']);
  tell({ ok: true, outcome: outcome('2026-11-22', { changed: false }) }, ['clock']);
  tell({ ok: true, outcome: outcome('2026-11-22', { changed: false, held: true }) }, ['clock']);
  tell({ ok: false, error: new Error('disk full') }, ['content', 'clock']);
  tell({ ok: false, error: new RegisterErrors([{ file: 'content/a.yaml', field: 'stars', message: 'is 6', messageVi: 'là 6', severity: 'error' }]) }, ['content']);
  expect(lines).toEqual([
    '09:05:00 hồ sơ thay đổi: đã xuất bản lần 1, làm lại 2 trên 10 trang và tệp, 0.4 s (published)',
    '09:05:00 sang ngày mới: không có gì đổi (nothing changed)',
    '09:05:00 sang ngày mới: đang giữ bản đã quay lại (a rollback holds)',
    '09:05:00 hồ sơ thay đổi, sang ngày mới: không xuất bản được, trang vẫn giữ bản tốt gần nhất (failed; the last good site stays): disk full',
    '09:05:00 hồ sơ thay đổi: hồ sơ có lỗi, chưa xuất bản gì (the register has errors)',
    'lỗi     content/a.yaml: stars là 6',
    '        content/a.yaml: stars is 6',
    '1 lỗi, 0 lưu ý. Trang vẫn giữ bản tốt gần nhất. (The last good site stays.)',
  ]);
  const logged: string[] = [];
  const note = (level: string) => (_: unknown, text: string) => void logged.push(`${level} ${text}`);
  const log = tellLog({ info: note('info'), warn: note('warn'), error: note('error') } as never);
  log({ ok: true, outcome: outcome('2026-11-22') }, ['content']);
  log({ ok: false, error: new RegisterErrors([]) }, ['content']);
  log({ ok: false, error: new Error('disk full') }, ['content']);
  expect(logged).toEqual(['info published', 'warn the register has errors; the last good site stays', 'error the publish failed; the last good site stays']);
});
