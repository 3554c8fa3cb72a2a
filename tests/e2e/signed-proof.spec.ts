import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { compactVerify, importJWK, type JWK } from 'jose';
import { generateKey } from '../../src/trace/signing/ed25519-key.ts';
import { signingOf } from '../../src/trace/signing/signing.ts';
import { expect, test } from './clean-page.ts';

const ID = 'nuoc-mam-phu-sang--ha-tinh-2394-qd-ubnd-2024';
const PAGE = `/chung-nhan/${ID}/`;
const PROOF = `**/data/proof/${ID}.jwt`;
const LIST = '**/data/status-list.jwt';
const KEYS = '**/.well-known/jwks.json';
const FITS = 'Khớp chữ ký của trang này, không phải chữ ký của cơ quan công nhận';

async function answerOn(page: Page, path = PAGE): Promise<ReturnType<Page['locator']>> {
  await page.goto(path);
  await page.locator('.proof').getByRole('button').click();
  const answer = page.locator('.proof [role="status"]');
  await expect(answer).toHaveAttribute('data-verdict', /./);
  return answer;
}

/** What the site sends, changed on its way to the browser. */
async function change(page: Page, url: string, work: (text: string) => string): Promise<void> {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: work(await response.text()) });
  });
}

/** The payload of a JWS changed, its signature left as it was. */
const withPayload = (work: (payload: any) => void) => (jws: string): string => {
  const [header, payload, signature] = jws.split('.') as [string, string, string];
  const value = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  work(value);
  return [header, Buffer.from(JSON.stringify(value)).toString('base64url'), signature].join('.');
};

/** The day of the list that the site serves. */
async function listDay(page: Page): Promise<string> {
  const list = await (await page.request.get('/data/status-list.jwt')).text();
  return (JSON.parse(Buffer.from(list.split('.')[1] as string, 'base64url').toString('utf8')) as { credentialSubject: { asOf: string } }).credentialSubject.asOf;
}

const vietnamese = (day: string): string => day.split('-').reverse().join('/');

test('nothing that checks is loaded before the tap, and a good signature says what it proves', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname)));
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  expect(scripts.filter((path) => path.includes('verify'))).toEqual([]);
  const answer = await answerOn(page);
  await expect(answer).toHaveAttribute('data-verdict', 'matches');
  await expect(answer).toContainText(`${FITS}.`);
  await expect(answer).toContainText('sao đang được giữ');
  await expect(answer).toContainText('Chữ ký không cho biết trong bao bì là gì');
  await expect(answer.locator('dl')).toContainText('2394/QĐ-UBND');
  await expect(answer.locator('dl')).toContainText('4 sao (suy ra)');
  expect(scripts.filter((path) => path.includes('verify-fallback'))).toEqual([]);
  expect(scripts.some((path) => path.includes('verify-answer'))).toBe(true);
});

test('in English, too', async ({ page }) => {
  await expect(await answerOn(page, `/en/certificates/${ID}/`)).toContainText('It matches this site’s signature, which is not the signature of the authority');
});

test('an altered copy does not match', async ({ page }) => {
  await change(page, PROOF, withPayload((payload) => (payload.credentialSubject.stars.value = 5)));
  const answer = await answerOn(page);
  await expect(answer).toHaveAttribute('data-verdict', 'tampered');
  await expect(answer).toContainText('Không khớp chữ ký của trang này');
  await expect(answer).toContainText('Đừng dựa vào bản này');
  await expect(answer).not.toContainText('Khớp chữ ký');
});

test('a browser without Ed25519 loads the fallback and finds the same', async ({ page }) => {
  await page.addInitScript(() => {
    SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
  });
  const loaded = page.waitForRequest(/verify-fallback/);
  await expect(await answerOn(page)).toHaveAttribute('data-verdict', 'matches');
  await loaded;
  await change(page, PROOF, withPayload((payload) => (payload.credentialSubject.stars.value = 5)));
  await expect(await answerOn(page)).toHaveAttribute('data-verdict', 'tampered');
});

test('a key that the site does not publish is unknown, also a well-made one of somebody else', async ({ page }) => {
  const forger = signingOf([{ ...generateKey(), notBefore: '2026-01-01' }]);
  await change(page, PROOF, (jws) => forger?.sign(JSON.parse(Buffer.from(jws.split('.')[1] as string, 'base64url').toString('utf8')) as object) ?? '');
  const answer = await answerOn(page);
  await expect(answer).toHaveAttribute('data-verdict', 'unknown-key');
  await expect(answer).toContainText('Ký bằng một khoá mà trang này không công bố');
});

test('a retired key is called old, a leaked one worthless', async ({ page }) => {
  const asOf = await listDay(page);
  await page.clock.setFixedTime(`${asOf}T09:00:00+07:00`);
  const exp = Date.parse(`${asOf}T00:00:00+07:00`) / 1000;
  const ended = (more: object) => (text: string): string => JSON.stringify({ keys: (JSON.parse(text) as { keys: object[] }).keys.map((key) => ({ ...key, exp, ...more })) });
  await change(page, KEYS, ended({}));
  const retired = await answerOn(page);
  await expect(retired).toContainText(`${FITS}; nhưng bằng một khoá cũ`);
  await expect(retired).toContainText(`ngừng dùng từ ${vietnamese(asOf)}, bản này được ký trước đó`);
  await page.unroute(KEYS);
  await change(page, KEYS, ended({ revoked: { revoked_at: exp, reason: 'compromised' } }));
  await expect(await answerOn(page)).toContainText('Chữ ký này không còn giá trị: khoá ký đã bị lộ');
});

test('a status list that is out of date names its day and says that it may have changed', async ({ page }) => {
  const asOf = await listDay(page);
  await page.clock.setFixedTime(Date.parse(`${asOf}T09:00:00+07:00`) + 14 * 86_400_000);
  const answer = await answerOn(page);
  await expect(answer).toHaveAttribute('data-verdict', 'stale-list');
  await expect(answer).toContainText(`${FITS}; nhưng tình trạng lấy từ danh sách ngày ${vietnamese(asOf)}, có thể đã đổi`);
});

test('an altered status list is not believed', async ({ page }) => {
  await change(page, LIST, withPayload((payload) => (payload.validUntil = '2099-01-01T00:00:00+07:00')));
  await expect(await answerOn(page)).toContainText('danh sách tình trạng thì không khớp');
});

test('without network the kept copies answer and say their day; before them nothing is claimed', async ({ page, context, faults }) => {
  await page.goto(PAGE);
  await page.route(KEYS, (route) => route.abort());
  await expect(await answerOn(page)).toContainText('Chưa tải được khoá của trang');
  await page.unroute(KEYS);
  await expect(await answerOn(page)).toHaveAttribute('data-verdict', 'matches');
  await context.setOffline(true);
  await page.locator('.proof').getByRole('button').click();
  const answer = page.locator('.proof [role="status"]');
  await expect(answer).toContainText('Không có mạng: kiểm tra theo bản lưu trên máy này, ngày');
  await expect(answer).toHaveAttribute('data-verdict', 'matches');
  await context.setOffline(false);
  expect(faults.splice(0).every((fault) => /ERR_FAILED|ERR_INTERNET_DISCONNECTED|jwks|\.jwt/.test(fault))).toBe(true);
});

test('a star that was replaced is not held, although its signature fits', async ({ page }) => {
  const answer = await answerOn(page, '/chung-nhan/nuoc-mam-phu-sang--2024-03-21/');
  await expect(answer).toHaveAttribute('data-verdict', 'expired');
  await expect(answer).toContainText(`${FITS}; nhưng sao không còn được giữ`);
});

test('the page behind a QR code checks its certificate just so', async ({ page, request }) => {
  const { products } = (await (await request.get('/data/catalogue.json')).json()) as { products: { sample?: boolean; certificate?: { status: string }; packs: { gtin?: string }[] }[] };
  const held = products.find(({ sample, certificate, packs }) => sample && certificate?.status === 'valid' && packs[0]?.gtin !== undefined);
  const answer = await answerOn(page, `/01/${held?.packs[0]?.gtin?.padStart(14, '0')}`);
  await expect(answer).toHaveAttribute('data-verdict', 'matches');
  await expect(answer.locator('dl')).toContainText('(dữ liệu minh hoạ)');
});

test('the certificate of another product under this address is noticed', async ({ page }) => {
  const other = await (await page.request.get('/data/proof/nuoc-mam-phu-sang--2024-03-21.jwt')).text();
  await change(page, PROOF, () => other);
  await expect(await answerOn(page)).toContainText('Chữ ký là của một giấy chứng nhận khác');
});

test('the answer is accessible in light and dark, and the button by keyboard', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const spoil of [undefined, () => '']) {
      if (spoil !== undefined) await change(page, PROOF, spoil);
      await page.goto(PAGE);
      await page.locator('.proof').getByRole('button', { name: 'Kiểm tra chữ ký' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.proof [role="status"]')).toHaveAttribute('data-verdict', spoil === undefined ? 'matches' : 'unreadable');
      expect((await new AxeBuilder({ page }).include('.proof').analyze()).violations).toEqual([]);
      await page.unroute(PROOF);
    }
  }
});

test('without script there is a file to download and a guide to read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  await page.goto(PAGE);
  const proof = page.locator('.proof');
  await expect(proof.getByRole('button')).toBeHidden();
  const [file] = await Promise.all([page.waitForEvent('download'), proof.getByRole('link', { name: 'Tải bản ký (.jwt)' }).click()]);
  expect(file.suggestedFilename()).toBe(`${ID}.jwt`);
  await proof.getByRole('link', { name: 'Chữ ký chứng minh điều gì' }).click();
  const target = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await expect(page.locator(`[id="${target}"]`)).toHaveText('Chữ ký của trang chứng minh điều gì');
  await context.close();
});

test('the guide shows the key that is published, in both languages', async ({ page, request }) => {
  const { keys } = (await (await request.get('/.well-known/jwks.json')).json()) as { keys: { kid: string }[] };
  for (const path of ['/huong-dan/', '/en/guide/']) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText(keys.at(-1)?.kid as string);
    await expect(page.locator('main a[href="/.well-known/jwks.json"]')).toBeVisible();
  }
  await page.goto(`/en/certificates/${ID}/`);
  const { hash } = new URL((await page.locator('.proof').getByRole('link', { name: 'What the signature proves' }).getAttribute('href')) as string, 'http://x');
  await page.goto(`/en/guide/${hash}`);
  await expect(page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`)).toBeInViewport();
});

test('every signed file that the site serves verifies with another library', async ({ request }) => {
  const { keys } = (await (await request.get('/.well-known/jwks.json')).json()) as { keys: JWK[] };
  const key = await importJWK(keys.at(-1) as JWK);
  const { certificates } = (await (await request.get('/data/status.json')).json()) as { certificates: { id: string }[] };
  const paths = ['/data/status-list.jwt', ...certificates.map(({ id }) => `/data/proof/${id}.jwt`)];
  expect(paths.length).toBeGreaterThan(300);
  for (const path of paths) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type'], path).toBe('application/vc+jwt');
    await compactVerify(await answer.text(), key);
  }
});
