import { beforeEach, describe, expect, test } from 'vitest';
import { isSameOrigin } from '../../../src/server/desk/same-origin.ts';
import { openDesk, PASSPHRASE, shown, SITE_URL, withToken, type DeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
let cookie: string;
let formToken: string;
beforeEach(async () => {
  desk = await openDesk();
  await desk.user('Lan', 'editor');
  ({ cookie, formToken } = await desk.enter('Lan'));
});

const LOGOUT = '/quan-ly/dang-xuat/';
const refusalOf = async (response: Response) => [response.status, (await shown(response)).content];
const isStillIn = async () => (await desk.get('/quan-ly/', { cookie })).status === 200;

describe('a form is refused and does nothing', () => {
  test.each([
    ['without a token', {}],
    ['with an empty token', withToken('')],
    ['with the token of another session', withToken('x'.repeat(43))],
  ])('%s', async (_, fields) => {
    expect(await refusalOf(await desk.post(LOGOUT, fields, { cookie }))).toEqual([403, { kind: 'refusal', reason: 'form' }]);
    expect(await isStillIn()).toBe(true);
  });

  test('with the session token itself as form token', async () => {
    const answer = await desk.post(LOGOUT, withToken(cookie.replace('quan-ly=', '')), { cookie });
    expect(answer.status).toBe(403);
  });

  test("with another user's token", async () => {
    await desk.user('Hoa', 'editor');
    const other = await desk.enter('Hoa');
    expect((await desk.post(LOGOUT, withToken(other.formToken), { cookie })).status).toBe(403);
    expect(await isStillIn()).toBe(true);
  });

  test.each([
    ['a foreign origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a foreign origin that the browser does not classify', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['a sister site', { origin: SITE_URL, 'sec-fetch-site': 'same-site' }],
    ['an origin that is hidden', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { origin: SITE_URL, 'sec-fetch-site': 'none' }],
  ])('from %s, even with the right token', async (_, headers) => {
    expect(await refusalOf(await desk.post(LOGOUT, withToken(formToken), { cookie, ...headers }))).toEqual([403, { kind: 'refusal', reason: 'origin' }]);
    expect(await isStillIn()).toBe(true);
  });

  test('with a body of another kind', async () => {
    const json = JSON.stringify(withToken(formToken));
    expect((await desk.post(LOGOUT, json, { cookie, 'content-type': 'application/json' })).status).toBe(403);
    expect((await desk.post(LOGOUT, json, { cookie, 'content-type': 'text/plain' })).status).toBe(403);
  });

  test('with more than 64 KB, announced or not', async () => {
    const long = new URLSearchParams(withToken(formToken, { x: 'x'.repeat(65_536) })).toString();
    const type = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await refusalOf(await desk.post(LOGOUT, long, type))).toEqual([413, { kind: 'refusal', reason: 'too-large' }]);
    expect((await desk.post(LOGOUT, 'x=1', { ...type, 'content-length': '999999' })).status).toBe(413);
    expect(await isStillIn()).toBe(true);
  });
});

test('a form of the session itself is taken', async () => {
  expect((await desk.post(LOGOUT, withToken(formToken), { cookie })).status).toBe(303);
  expect(await isStillIn()).toBe(false);
});

test('nobody is logged in by a form of another site', async () => {
  const answer = await desk.logIn('Lan', PASSPHRASE, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
});

describe('where a form comes from', () => {
  const from = (headers: Record<string, string>, url = 'http://192.168.1.5:4321/quan-ly/') => isSameOrigin(new Request(url, { method: 'POST', headers }), SITE_URL);

  test.each([
    ['the browser says it is ours', { 'sec-fetch-site': 'same-origin' }, true],
    ['the configured address, whatever the proxy calls us', { origin: SITE_URL, host: 'backend:3000' }, true],
    ['the address by which the clerk came, on a network without https', { origin: 'http://192.168.1.5:4321', host: '192.168.1.5:4321' }, true],
    ['another port of that address', { origin: 'http://192.168.1.5:8080', host: '192.168.1.5:4321' }, false],
    ['nothing is said', {}, false],
    ['the origin is hidden', { origin: 'null' }, false],
    ['the origin is hidden by a page of this site', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['a file on disk', { origin: 'file://', host: '' }, false],
  ])('%s', (_, headers, expected) => {
    expect(from(headers as Record<string, string>)).toBe(expected);
  });
});
