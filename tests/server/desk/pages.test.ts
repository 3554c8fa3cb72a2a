import { describe, expect, test } from 'vitest';
import { expiringCertificates, lapsedCertificates } from '../../../src/catalogue/expiring-certificates.ts';
import { addDays } from '../../../src/domain/calendar-day.ts';
import { deskHomePage } from '../../../src/page-data/desk/desk-home-page.ts';
import { deskLoginPage } from '../../../src/page-data/desk/desk-login-page.ts';
import { deskRefusalPage } from '../../../src/page-data/desk/desk-refusal-page.ts';
import { deskUsersPage } from '../../../src/page-data/desk/desk-users-page.ts';
import type { DeskContent, LoginNotice } from '../../../src/publish/desk-page.ts';
import type { View } from '../../../src/publish/view.ts';
import { rendererOf } from '../../../src/publish/renderer.ts';
import { renderDeskPage } from '../../../src/server/desk/render-desk-page.ts';
import { certificate, product, smallCatalogue } from '../../publish/small-catalogue.ts';

const TODAY = '2026-11-24';
const MAIL = { waiting: 0, dead: 0 };

/** Products named by the days that their star has left. */
function viewOf(content: DeskContent | undefined, days: readonly number[] = []): View {
  const catalogue = smallCatalogue({
    products: days.map((left) => product(`p${left}`)),
    certificates: days.map((left) => certificate(`p${left}`, { grantedOn: '2023-05-01', validUntil: addDays(TODAY, left) })),
  });
  return { catalogue, asOf: TODAY, siteUrl: 'https://ocop.example', mode: 'server', ...(content && { desk: { user: { name: 'Lan', role: 'approver' }, content } }) };
}

describe('the work list', () => {
  test('puts each star into the nearest of 30, 90 and 180 days, soonest first, and what ended lately last', () => {
    const page = deskHomePage(viewOf({ kind: 'home', mail: MAIL, open: [] }, [180, 91, 90, 31, 30, 0, 181, -1, -90, -91]));
    expect(page?.groups.map(({ title, rows }) => [title, rows.map(({ left }) => left)])).toEqual([
      ['Trong 30 ngày tới', ['hôm nay là ngày cuối', 'còn 30 ngày']],
      ['Trong 31 đến 90 ngày tới', ['còn 31 ngày', 'còn 90 ngày']],
      ['Trong 91 đến 180 ngày tới', ['còn 91 ngày', 'còn 180 ngày']],
      ['Đã hết trong 90 ngày qua', ['đã hết 1 ngày', 'đã hết 90 ngày']],
    ]);
  });

  test('leads to product, producer and certificate', () => {
    const row = deskHomePage(viewOf({ kind: 'home', mail: MAIL, open: [] }, [10]))?.groups[0]?.rows[0];
    expect(row).toMatchObject({
      product: { text: 'Sản phẩm p10', href: '/san-pham/p10/' },
      producer: { text: 'HTX Phú Sáng', href: '/chu-the/phu-sang/' },
      decision: { text: '2394/QĐ-UBND', href: '/chung-nhan/p10--2394/' },
      lastDay: '04/12/2026',
      filed: false,
    });
  });

  test('leaves out what is revoked, renewed, replaced, lapsed by a source, or practice', () => {
    const variants = [
      { revokedOn: '2026-01-01' },
      { successor: 'x', replacedOn: '2027-01-01' },
      { replacedOn: '2026-01-01' },
      { lapsedBy: '2026-01-01' },
      { grantedOn: '2027-06-01' },
      { validUntil: undefined },
    ];
    const ids = variants.map((_, place) => `p${place}`);
    const catalogue = smallCatalogue({
      products: [...ids.map((id) => product(id)), product('mau', { sample: true })],
      certificates: [...variants.map((more, place) => certificate(`p${place}`, { validUntil: '2026-12-20', ...more })), certificate('mau', { validUntil: '2026-12-20' })],
    });
    expect(expiringCertificates(catalogue, TODAY)).toEqual([]);
    expect(lapsedCertificates(catalogue, addDays(TODAY, 60), 90)).toEqual([]);
  });
});

test('the home page says what the last publish did, and which mail did not go out', () => {
  const lastPublish = { at: Date.parse('2026-11-23T17:05:00Z'), snapshot: 12, reason: 'sang ngày mới', pages: 7482, made: 31, tookMs: 842 };
  const page = deskHomePage(viewOf({ kind: 'home', lastPublish, mail: { waiting: 1, dead: 2 }, open: [] }));
  expect(page?.lastPublish.map(({ value }) => value)).toEqual(['00:05 ngày 24/11/2026', 'sang ngày mới', '31 trên 7.482 trang', '0,8 giây', 'số 12']);
  expect(page?.mail[0]).toMatch(/^2 thư không gửi được/);
  expect(page?.mail[1]).toBe('1 thư đang chờ gửi.');
  expect(deskHomePage(viewOf({ kind: 'home', mail: MAIL, open: [] }))).toMatchObject({ lastPublish: [], mail: [], open: [] });
});

test.each([
  [{ reason: 'wrong' }, /^Tên hoặc câu mật khẩu chưa đúng\./],
  [{ reason: 'wait', minutes: 3 }, /đợi 3 phút/],
  [{ reason: 'busy' }, /sau ít giây/],
  [{ reason: 'ended' }, /^Phiên làm việc đã hết/],
  [{ reason: 'left' }, /^Đã đăng xuất/],
] as [LoginNotice, RegExp][])('the door says what %j means', (notice, words) => {
  expect(deskLoginPage(viewOf({ kind: 'login', notice }))?.notice?.text).toMatch(words);
});

test('the users page names roles and times in Vietnamese', () => {
  const page = deskUsersPage(viewOf({ kind: 'users', command: 'x', users: [{ name: 'Lan', role: 'approver', lastLoginAt: Date.parse('2026-11-24T01:30:00Z') }, { name: 'Đức', role: 'editor' }] }));
  expect(page?.users).toEqual([
    { name: 'Lan', role: 'người duyệt', lastLogin: '08:30 ngày 24/11/2026', isYou: true },
    { name: 'Đức', role: 'người nhập', lastLogin: 'chưa đăng nhập lần nào', isYou: false },
  ]);
});

test('without data of the desk, or with that of another page, there is no page', () => {
  const pages = [deskHomePage, deskLoginPage, deskUsersPage, deskRefusalPage];
  for (const page of pages) expect(page(viewOf(undefined))).toBeUndefined();
  const others: DeskContent = { kind: 'first-user', command: 'x' };
  for (const page of pages) expect(page(viewOf(others))).toBeUndefined();
});

describe('rendering by the built app', () => {
  const content: DeskContent = { kind: 'login' };
  const opened = (status: number) => async () => ({
    view: viewOf(undefined),
    renderer: rendererOf(async (_request, view) => new Response(JSON.stringify(view.desk), { status, headers: { 'content-type': 'text/html' } }), 'build'),
  });

  test('hands the desk its data and passes on the policy', async () => {
    const answer = await renderDeskPage(opened(200))('/quan-ly/dang-nhap/', { content });
    expect(await answer.json()).toEqual({ content });
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('fails loudly when there is no such page', async () => {
    await expect(renderDeskPage(opened(404))('/quan-ly/dang-nhap/', { content })).rejects.toThrow('/quan-ly/dang-nhap/ rendered with status 404');
  });
});
