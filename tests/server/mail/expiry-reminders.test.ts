import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/domain/certificate.ts';
import { addDays } from '../../../src/domain/calendar-day.ts';
import { enqueueExpiryReminders } from '../../../src/server/mail/enqueue-expiry-reminders.ts';
import { expiryReminders } from '../../../src/server/mail/expiry-reminders.ts';
import { composeMail } from '../../../src/server/mail/mail-kinds.ts';
import { expiryReminderMail } from '../../../src/server/mail/templates/expiry-reminder.ts';
import { certificate, product, smallCatalogue } from '../../publish/small-catalogue.ts';
import { freshDatabase, MORNING } from '../db/fresh-database.ts';
import { reminderPayload } from './reminder-payload.ts';

const TODAY = '2026-11-24';
const DAY_MS = 86_400_000;

function catalogueEnding(ends: Readonly<Record<string, string | undefined>>, more: Partial<Certificate> = {}) {
  const ids = Object.keys(ends);
  return smallCatalogue({
    products: ids.map((id) => product(id)),
    certificates: ids.map((id) => certificate(id, { grantedOn: '2023-12-01', validUntil: ends[id], ...more })),
  });
}

describe('reminders that stand on a day', () => {
  test.each([
    [181, undefined],
    [180, 180],
    [91, 180],
    [90, 90],
    [31, 90],
    [30, 30],
    [0, 30],
    [-1, undefined],
  ])('%i days before the last valid day: threshold %s', (daysLeft, threshold) => {
    const catalogue = catalogueEnding({ a: addDays(TODAY, daysLeft) });
    expect(expiryReminders(catalogue, TODAY).map((reminder) => reminder.threshold)).toEqual(threshold === undefined ? [] : [threshold]);
  });

  test.each([
    ['revoked', { revokedOn: '2026-01-01' }],
    ['already renewed', { successor: 'a--2', replacedOn: '2026-12-01' }],
    ['without a dated end', { validUntil: undefined, heldAtMostUntil: '2026-12-01' }],
  ] as const)('a certificate that is %s is not brought up', (_, more) => {
    expect(expiryReminders(catalogueEnding({ a: '2026-12-20' }, more), TODAY)).toEqual([]);
  });

  test('practice goods are left out, alcohol is not', () => {
    const catalogue = smallCatalogue({
      products: [product('mau', { sample: true }), product('ruou', { alcohol: true })],
      certificates: ['mau', 'ruou'].map((id) => certificate(id, { validUntil: '2026-12-20' })),
    });
    expect(expiryReminders(catalogue, TODAY).map((reminder) => reminder.product.id)).toEqual(['ruou']);
  });
});

describe('the daily mail', () => {
  const parts = { to: 'van-phong@ocop.example', siteUrl: 'https://ocop.example', domain: 'ocop.example' };

  test('names everything that is new once, and a second run the same day writes nothing', async () => {
    const db = await freshDatabase();
    const catalogue = catalogueEnding({ soon: '2026-12-01', later: '2027-02-01' });
    expect(await enqueueExpiryReminders({ ...parts, db, catalogue, now: MORNING })).toBe(2);
    expect(await enqueueExpiryReminders({ ...parts, db, catalogue, now: MORNING })).toBe(0);
    const mails = await db.selectFrom('outbox').select(['payload', 'recipient', 'subject_key']).execute();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ recipient: parts.to, subject_key: TODAY });
    expect(JSON.parse(mails[0]?.payload ?? '').rows.map((row: { product: string; daysLeft: number }) => [row.product, row.daysLeft])).toEqual([
      ['Sản phẩm soon', 7],
      ['Sản phẩm later', 69],
    ]);
    expect(composeMail('expiry-reminder', mails[0]?.payload ?? '').subject).toBe('2 sản phẩm OCOP sắp hết hiệu lực, sớm nhất 01/12/2026');
  });

  test('what comes up after the mail of the day is in the one of tomorrow', async () => {
    const db = await freshDatabase();
    await enqueueExpiryReminders({ ...parts, db, catalogue: catalogueEnding({ a: '2026-12-01' }), now: MORNING });
    const imported = catalogueEnding({ a: '2026-12-01', b: '2026-12-02' });
    expect(await enqueueExpiryReminders({ ...parts, db, catalogue: imported, now: MORNING })).toBe(0);
    expect(await enqueueExpiryReminders({ ...parts, db, catalogue: imported, now: MORNING + DAY_MS })).toBe(1);
  });

  test('over a year, with days missed, each certificate is brought up once for each threshold it reaches', async () => {
    const db = await freshDatabase();
    const catalogue = catalogueEnding({ a: '2027-08-01', b: '2027-09-15' });
    const start = Date.parse('2027-01-01T00:00:00Z');
    for (let day = 0; day < 300; day += day % 7 === 0 ? 5 : 1) await enqueueExpiryReminders({ ...parts, db, catalogue, now: start + day * DAY_MS });
    const rows = await db.selectFrom('expiry_reminders').select(['certificate_id', 'threshold_days']).orderBy('certificate_id').orderBy('threshold_days').execute();
    expect(rows.map(({ certificate_id, threshold_days }) => `${certificate_id} ${threshold_days}`)).toEqual([
      'a--2394 30', 'a--2394 90', 'a--2394 180', 'b--2394 30', 'b--2394 90', 'b--2394 180',
    ]);
  });

  test('the day is the one in Việt Nam', async () => {
    const db = await freshDatabase();
    const lateEvening = Date.parse('2026-11-24T17:00:00Z');
    await enqueueExpiryReminders({ ...parts, db, catalogue: catalogueEnding({ a: '2026-12-01' }), now: lateEvening });
    expect((await db.selectFrom('outbox').select('subject_key').executeTakeFirstOrThrow()).subject_key).toBe('2026-11-25');
  });
});

describe('the words of the mail', () => {
  test('in Vietnamese', () => {
    const { subject, text, html } = expiryReminderMail(reminderPayload());
    expect(subject).toBe('1 sản phẩm OCOP sắp hết hiệu lực, sớm nhất 20/12/2026');
    expect(text).toBe(
      [
        'Tính đến ngày 24/11/2026, sao OCOP của 1 sản phẩm dưới đây sắp hết hiệu lực. Mỗi giấy chứng nhận được nhắc khi còn 180, 90 và 30 ngày.',
        '',
        '1. Nước mắm Phú Sáng (4 sao)',
        '   Chủ thể: HTX Phú Sáng',
        '   Quyết định: 2394/QĐ-UBND',
        '   Ngày cuối còn hiệu lực: 20/12/2026 (còn 26 ngày)',
        '   https://ocop.example/san-pham/nuoc-mam-phu-sang/',
        '',
        'Đây là hiệu lực của sao OCOP, không phải hạn sử dụng của sản phẩm.',
        '',
        'Mở danh sách việc cần làm: https://ocop.example/quan-ly/',
        '',
      ].join('\n'),
    );
    expect(html).toContain('<b>20/12/2026</b><br>còn 26 ngày');
  });

  test('in English, with what is unknown said so', () => {
    const [row] = reminderPayload().rows;
    const { text } = expiryReminderMail(
      reminderPayload({ language: 'en', rows: [{ ...(row as never as object), producer: undefined, stars: undefined, decision: undefined, daysLeft: 0, reEvaluationFiled: true } as never] }),
    );
    expect(text).toContain('(number of stars unknown)\n   Producer: unknown\n   Decision: unknown\n   Last valid day: 20 December 2026 (last day today)\n   Re-evaluation filed');
  });

  test('names cannot smuggle HTML or header lines', () => {
    const [row] = reminderPayload().rows;
    const { html } = expiryReminderMail(reminderPayload({ rows: [{ ...(row as NonNullable<typeof row>), product: '<script>"x"</script>', producer: "A & 'B'" }] }));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;&quot;x&quot;&lt;/script&gt;');
    expect(html).toContain('A &amp; &#39;B&#39;');
  });
});
