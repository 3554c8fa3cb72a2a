import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parseReference } from '../../../src/domain/report.ts';
import { MOST_REPORT_PHOTO_BYTES } from '../../../src/publish/report-view.ts';
import { composeMail } from '../../../src/server/mail/mail-kinds.ts';
import { DIALECTS } from '../db/fresh-database.ts';
import { faultsOf, GOOD, openDoor, shownOf, SITE_URL } from './report-under-test.ts';

const picture = async (type: 'jpeg' | 'png' = 'jpeg'): Promise<File> => {
  const made = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a8431f' } }).withExif({ IFD0: { Artist: 'Nguyen Van A' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 16/1 0/1' } });
  return new File([new Uint8Array(await made[type]().toBuffer())], `IMG_1.${type}`, { type: `image/${type}` });
};
const DAY_MS = 24 * 3_600_000;

describe.each(DIALECTS)('on %s', (dialect) => {
  test('a report is stored once, answered with its number, and told to the office', async () => {
    const door = await openDoor({ dialect });
    const answer = await door.send({ ...GOOD, 'lien-he': '0912 345 678', 'dong-y': 'on' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store']);
    const location = answer.headers.get('location') ?? '';
    const again = await door.send({ ...GOOD, 'lien-he': '0912 345 678', 'dong-y': 'on' });
    expect(again.headers.get('location')).toBe(location);
    const [row, ...more] = await door.db.selectFrom('reports').selectAll().execute();
    expect([row?.kind, row?.words, row?.about, row?.contact, row?.state, more]).toEqual(['bad-goods', GOOD['thay-gi'], '/san-pham/nuoc-mam/', '0912 345 678', 'new', []]);
    expect(location).toBe(`/phan-anh/da-nhan/${row?.id}/`);
    expect(parseReference(row?.id ?? '')).toBe(row?.id);

    const mails = await door.db.selectFrom('outbox').selectAll().execute();
    expect(mails.map(({ recipient, kind }) => [recipient, kind])).toEqual([['vp@example.vn', 'report-received']]);
    const mail = composeMail('report-received', mails[0]?.payload ?? '');
    expect(mail.subject).toMatch(/^Phản ánh mới PA-/);
    expect(JSON.stringify([mails, mail])).not.toMatch(/0912|phồng nắp/);
    expect(mail.text).toContain(`${SITE_URL}/quan-ly/phan-anh/${row?.id}/`);

    const shown = await shownOf(await door.get(location));
    expect(shown).toEqual({ path: '/phan-anh/', step: 'received', reference: row?.id, state: 'new', at: door.clock.now });
    expect(door.faults).toEqual([]);
  });

  test('nothing of the visitor is kept besides what was typed, and counts go with their day', async () => {
    const door = await openDoor({ dialect });
    await door.send(GOOD, { address: '198.51.100.23' });
    const tables = ['reports', 'audit', 'outbox', 'visit_counts', 'visit_salts'] as const;
    const rows = await Promise.all(tables.map((table) => door.db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toContain('198.51.100.23');
    const before = await door.db.selectFrom('visit_counts').select('key').execute();
    door.clock.now += DAY_MS;
    await door.send({ ...GOOD, 'thay-gi': 'Hôm sau vẫn còn thấy bán.' }, { address: '198.51.100.23' });
    const after = await door.db.selectFrom('visit_counts').select('key').execute();
    expect(after.filter(({ key }) => before.some((known) => known.key === key))).toEqual([]);
    expect(await door.db.selectFrom('visit_salts').select('day').execute()).toEqual([{ day: '2026-11-25' }]);
  });

  test('one network sends so many a day, others are not held up, and a new day begins anew', async () => {
    const door = await openDoor({ dialect });
    const send = (at: number, address: string) => door.send({ ...GOOD, 'thay-gi': `Lần thứ ${at}, vẫn như vậy.` }, { address });
    for (let at = 1; at <= 30; at += 1) expect((await send(at, '::ffff:203.0.113.7')).status).toBe(303);
    const refused = await send(31, '203.0.113.7');
    expect([refused.status, await shownOf(refused)]).toEqual([429, { path: '/phan-anh/', step: 'refused', reason: 'too-many' }]);
    expect((await send(31, '::ffff:203.0.113.8')).status).toBe(303);
    door.clock.now += DAY_MS;
    expect((await send(31, '203.0.113.7')).status).toBe(303);
  });
});

describe('a form with a fault comes back with everything that was typed', () => {
  test.each([
    ['no kind', { viec: '' }, 'kind', 'Xin chọn một việc.'],
    ['a kind that does not exist', { viec: 'rating' }, 'kind', 'Xin chọn một việc.'],
    ['no words', { 'thay-gi': ' \n ' }, 'words', 'Xin viết bạn thấy gì, ít nhất vài từ.'],
    ['too many words', { 'thay-gi': 'á'.repeat(4_001) }, 'words', 'Nội dung dài 4001 ký tự, quá 4000: xin viết ngắn lại.'],
    ['a contact that is none', { 'lien-he': 'anh Ba', 'dong-y': 'on' }, 'contact', 'Chưa giống số điện thoại'],
    ['a contact without consent', { 'lien-he': 'lan@example.vn' }, 'consent', 'Xin đánh dấu đồng ý'],
    ['the field for machines filled in', { 'trang-web': 'http://spam.example' }, 'website', 'Ô ẩn dành cho máy'],
  ])('%s', async (_, fields, field, words) => {
    const door = await openDoor();
    const answer = await door.send({ ...GOOD, ...(fields as Record<string, string>) });
    expect(answer.status).toBe(422);
    expect((await faultsOf(answer.clone() as Response))[field]).toContain(words);
    const view = await shownOf(answer);
    expect(view).toMatchObject({ step: 'form', values: { about: GOOD.ve, contact: (fields as Record<string, string>)['lien-he'] ?? '' } });
    expect(await door.db.selectFrom('reports').select('id').execute()).toEqual([]);
  });

  test('in English for an English form', async () => {
    const door = await openDoor();
    const answer = await door.send({ ...GOOD, viec: '' }, { path: '/en/report/send/' });
    expect((await shownOf(answer.clone() as Response)).path).toBe('/en/report/');
    expect(await faultsOf(answer)).toEqual({ kind: 'Please choose one.' });
  });

  test.each(['0912 345 678', '+84 912 345 678', '(0239) 385-5555', 'lan@example.vn', 'lan.nguyen@vp.example.vn'])('%s is a contact', async (contact) => {
    const door = await openDoor();
    expect((await door.send({ ...GOOD, 'lien-he': contact, 'dong-y': 'on' })).status).toBe(303);
  });
});

describe('a photograph', () => {
  test('is made anew without place, time or name', async () => {
    const door = await openDoor();
    expect((await door.send({ ...GOOD, anh: await picture() })).status).toBe(303);
    const { bytes } = await door.db.selectFrom('report_photographs').select('bytes').executeTakeFirstOrThrow();
    const { format, exif, width } = await sharp(bytes).metadata();
    expect({ format, exif, width }).toEqual({ format: 'jpeg', exif: undefined, width: 60 });
    expect(Buffer.from(bytes).includes('Nguyen Van A')).toBe(false);
  });

  test('of a form with another fault is kept, and goes with the form when it is sent again', async () => {
    const door = await openDoor();
    const view = await shownOf(await door.send({ ...GOOD, viec: '', anh: await picture('png') }));
    const key = view.step === 'form' ? (view.values.photographKey ?? '') : '';
    expect(key).toMatch(/^[\w-]{32}$/);
    expect(JSON.stringify(await door.db.selectFrom('kept_photographs').select('key_hash').execute())).not.toContain(key);
    const again = await shownOf(await door.send({ ...GOOD, viec: '', 'anh-da-gui': key }));
    expect(again).toMatchObject({ values: { photographKey: key } });
    expect((await door.send({ ...GOOD, 'anh-da-gui': key })).status).toBe(303);
    expect(await door.db.selectFrom('report_photographs').select('report_id').execute()).toHaveLength(1);
    expect(await door.db.selectFrom('kept_photographs').select('key_hash').execute()).toEqual([]);
  });

  test('that waited longer than a day is gone, and the form says nothing of it', async () => {
    const door = await openDoor();
    const view = await shownOf(await door.send({ ...GOOD, viec: '', anh: await picture() }));
    const key = view.step === 'form' ? (view.values.photographKey ?? '') : '';
    door.clock.now += DAY_MS + 1;
    expect(await shownOf(await door.send({ ...GOOD, viec: '', 'anh-da-gui': key }))).toMatchObject({ step: 'form', values: { words: GOOD['thay-gi'] } });
    expect((await door.send({ ...GOOD, 'anh-da-gui': key })).status).toBe(303);
    expect(await door.db.selectFrom('report_photographs').select('report_id').execute()).toEqual([]);
  });

  test('that is no photograph is named', async () => {
    const door = await openDoor();
    const answer = await door.send({ ...GOOD, anh: new File(['MZ not a picture'], 'virus.jpg', { type: 'image/jpeg' }) });
    expect(await faultsOf(answer)).toEqual({ photograph: '"virus.jpg" không phải ảnh đọc được; hãy lưu lại dạng JPEG.' });
  });

  test('that is too large is refused before anything is stored', async () => {
    const door = await openDoor();
    const answer = await door.send({ ...GOOD, anh: new File([new Uint8Array(MOST_REPORT_PHOTO_BYTES + 200_000)], 'to.jpg') });
    expect([answer.status, await shownOf(answer)]).toEqual([413, { path: '/phan-anh/', step: 'refused', reason: 'too-large' }]);
  });
});

describe('the door', () => {
  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['nowhere', {}],
  ])('refuses a form from %s', async (_, headers) => {
    const door = await openDoor();
    const answer = await door.send(GOOD, { headers: headers as Record<string, string> });
    expect([answer.status, await shownOf(answer)]).toEqual([403, { path: '/phan-anh/', step: 'refused', reason: 'origin' }]);
    expect(await door.db.selectFrom('visit_counts').select('key').execute()).toEqual([]);
  });

  test('takes a form without files, and an address of this site as its path', async () => {
    const door = await openDoor({ officeEmail: '' });
    expect((await door.send({ ...GOOD, ve: `${SITE_URL}/01/09521234567899/10/L-1` }, { plain: true })).status).toBe(303);
    expect(await door.db.selectFrom('reports').select('about').execute()).toEqual([{ about: '/01/09521234567899/10/L-1' }]);
    expect(await door.db.selectFrom('outbox').select('id').execute()).toEqual([]);
  });

  test('leads whoever opens its address to the form, and says when a number is none', async () => {
    const door = await openDoor();
    const form = await door.get('/phan-anh/gui/');
    expect([form.status, form.headers.get('location')]).toEqual([303, '/phan-anh/']);
    expect((await door.get('/en/report/send/')).headers.get('location')).toBe('/en/report/');
    for (const path of ['/phan-anh/da-nhan/PA-7K2M9-QX4TB/', '/phan-anh/da-nhan/%00/', '/en/report/received/x/']) expect((await door.get(path)).status).toBe(404);
    expect((await door.get('/phan-anh/da-nhan/PA-7K2M9-QX4TB/', 'DELETE')).status).toBe(405);
  });

  test('a number typed in small letters leads to its report', async () => {
    const door = await openDoor();
    const location = (await door.send(GOOD)).headers.get('location') ?? '';
    expect((await door.get(location.replace(/[^/]+\/$/, (id) => `pa-${id.toLowerCase()}`))).status).toBe(200);
  });

  test('a fault is told in one sentence and logged without what was typed', async () => {
    const door = await openDoor({ render: () => Promise.reject(new Error('no renderer')) });
    const answer = await door.send({ ...GOOD, viec: '' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store']);
    expect(door.faults).toEqual(['taking a report: no renderer']);
  });
});
