import { expect, test } from 'vitest';
import { SHOWN_UPDATES, updatesPage } from '../../src/page-data/updates-page.ts';
import type { SiteUpdate } from '../../src/publish/site-update.ts';
import { decision, registerView } from './register-view.ts';

function update(number: number, at: string, more: Partial<SiteUpdate> = {}): SiteUpdate {
  return { number, snapshot: number, at: Date.parse(at), asOf: at.slice(0, 10), reasons: ['content'], pages: 9_120, made: 14, tookMs: 420, changed: [], ...more };
}

const seen = (...updates: SiteUpdate[]) =>
  registerView(
    {
      producers: { lan: { name: 'HTX Lan' } },
      products: { 'mat-ong': { name: 'Mật ong Lan', nameEn: 'Lan honey' }, 'ruou-sim': { name: 'Rượu sim', alcohol: true }, mau: { name: 'Mẫu', sample: true } },
      decisions: { 'qd-1': decision('2025-06-01', { 'mat-ong': 4 }, { number: '1/QĐ-UBND' }) },
    },
    { updates },
  );

test('newest first, by the day in Việt Nam', () => {
  const page = updatesPage(seen(update(1, '2026-11-20T16:59:59Z'), update(2, '2026-11-20T17:00:00Z'), update(3, '2026-11-21T02:05:00Z')), 'vi');
  expect(page.days.map(({ day, updates }) => [day, updates.map(({ number, time }) => `${number} ${time}`)])).toEqual([
    ['21/11/2026', ['3 09:05', '2 00:00']],
    ['20/11/2026', ['1 23:59']],
  ]);
});

test('when, why, how much and how long, in both languages', () => {
  const one = update(7, '2026-11-21T02:05:00Z', { reasons: ['content', 'clock'], made: 1_400, asOf: '2026-11-20' });
  expect(updatesPage(seen(one), 'vi').days[0]?.updates[0]).toMatchObject({
    time: '09:05', instant: '2026-11-21T02:05:00.000Z', reasons: 'hồ sơ thay đổi, sang ngày mới', took: '0,4 giây',
    made: 'làm lại 1.400 trên 9.120 trang và tệp', asOf: 'hiệu lực tính cho ngày 20/11/2026',
  });
  expect(updatesPage(seen(one), 'en').days[0]?.updates[0]).toMatchObject({ reasons: 'records changed, a new day', took: '0.4 seconds' });
});

test.each([[40, '0,1 giây'], [9_949, '9,9 giây'], [9_960, '10 giây'], [62_300, '62 giây'], [150_000, '3 phút']])('%d ms are said as %s', (tookMs, words) => {
  expect(updatesPage(seen(update(1, '2026-11-21T02:05:00Z', { tookMs })), 'vi').days[0]?.updates[0]?.took).toBe(words);
});

test('changed records by their names, alcohol counted but not named, gone ones by their id', () => {
  const changed = [{ kind: 'product', id: 'mat-ong' }, { kind: 'product', id: 'ruou-sim' }, { kind: 'producer', id: 'lan' }, { kind: 'decision', id: 'qd-1' }, { kind: 'product', id: 'gone' }, { kind: 'product', id: 'mau' }] as const;
  const row = updatesPage(seen(update(1, '2026-11-21T02:05:00Z', { changed })), 'en').days[0]?.updates[0];
  expect(row?.changed).toEqual({
    shown: [
      { text: 'Lan honey', href: '/en/products/mat-ong/', sample: false },
      { text: 'HTX Lan', href: '/en/producers/lan/', sample: false },
      { text: 'Decision 1/QĐ-UBND', href: '/en/decisions/qd-1/', sample: false },
      { text: 'gone', sample: false },
      { text: 'mau', href: '/en/products/mau/', sample: true },
    ],
    more: 'and 1 more',
  });
});

test('a long list is cut, a whole publish and an empty one are said in words', () => {
  const changed = Array.from({ length: 30 }, (_, nth) => ({ kind: 'product' as const, id: `p${nth}` }));
  const rows = updatesPage(seen(update(3, '2026-11-21T02:05:00Z', { changed }), update(2, '2026-11-21T02:04:00Z', { changed: 'all' }), update(1, '2026-11-21T02:03:00Z')), 'vi').days[0]?.updates;
  expect(rows?.map((row) => (typeof row.changed === 'object' ? [row.changed.shown.length, row.changed.more] : row.changed))).toEqual([[12, 'và 18 hồ sơ khác'], 'all', undefined]);
});

test('without a log there is nothing to say, and a long log is cut', () => {
  expect(updatesPage(registerView({}), 'vi')).toMatchObject({ days: [], more: false });
  const many = Array.from({ length: SHOWN_UPDATES + 1 }, (_, nth) => update(nth + 1, '2026-11-21T02:05:00Z'));
  const page = updatesPage(seen(...many), 'vi');
  expect(page.more).toBe(true);
  expect(page.days[0]?.updates[0]?.number).toBe(SHOWN_UPDATES + 1);
  expect(page.days.flatMap(({ updates }) => updates)).toHaveLength(SHOWN_UPDATES);
});
