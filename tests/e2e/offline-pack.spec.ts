import { expect, test, type BrowserContext, type Page } from '@playwright/test';

/** Two packs of the practice goods, one with a lot. */
const PACK = '/01/09524000000101';
const LOT = `${PACK}/10/NM-260618`;
const OTHER = '/01/09524000000804';

/** Opens a page and waits until the worker has kept it, and the table of packs where it may. */
async function visit(page: Page, path: string, wanted: readonly string[] = [path, '/data/packs/index.json', '/data/status-list.jwt', '/.well-known/jwks.json']): Promise<void> {
  await page.goto(path);
  await expect(async () => {
    const kept = await page.evaluate(async (paths) => Promise.all(paths.map(async (one) => (await caches.match(one)) !== undefined)), wanted);
    expect(kept).toEqual(wanted.map(() => true));
  }).toPass();
}

async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

test('a page seen before opens without network, says that it is a copy, and of which day', async ({ page, context }) => {
  await visit(page, LOT);
  await expect(page.locator('#kept')).toBeHidden();
  const heading = await page.locator('h1').innerText();
  await goOffline(context);
  await page.reload();
  await expect(page.locator('h1')).toHaveText(heading);
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  await expect(page.locator('#kept')).toContainText(`Bản lưu ngày ${today}`);
  await expect(page.locator('[data-kept-wider]')).toBeHidden();
  await context.setOffline(false);
  await page.reload();
  await expect(page.locator('#kept')).toBeHidden();
});

test('a pack that was never opened shows name, star and validity by the copy, and nothing more', async ({ page, context }) => {
  await visit(page, PACK);
  await goOffline(context);
  await page.goto(OTHER);
  await expect(page.locator('body')).toContainText('Theo bản lưu ngày');
  await expect(page.locator('h1')).toHaveText('Bánh đa vừng Mẫu');
  await expect(page.locator('body')).toContainText('3 sao OCOP');
  await expect(page.locator('body')).toContainText('Còn hiệu lực đến hết ngày 18/08/2028.');
  await expect(page.locator('body')).toContainText('Dữ liệu minh hoạ');
  await page.goto(`${OTHER}?lang=en`);
  await expect(page.locator('body')).toContainText('Valid through 18 August 2028.');
  await page.goto('/01/09520000000004');
  await expect(page.locator('body')).toContainText('Máy này chưa lưu thông tin của mã vừa quét.');
});

test('a lot that was never opened is answered by the kept page of its pack, which says so', async ({ page, context }) => {
  await visit(page, PACK);
  await goOffline(context);
  await page.goto(`${PACK}/10/NM-261020`);
  await expect(page.locator('#kept')).toContainText('dưới đây là trang chung của quy cách');
});

test('a star that ended since the copy was made never reads as valid', async ({ page, context }) => {
  await visit(page, LOT);
  await goOffline(context);
  await page.clock.setFixedTime(new Date('2029-01-01T05:00:00Z'));
  await page.reload();
  await expect(page.locator('#kept')).toBeVisible();
  await expect(page.locator('[data-status]').first()).toHaveAttribute('data-status', 'expired');
  await expect(page.locator('body')).not.toContainText('Còn hiệu lực đến hết ngày');
});

test('the signature is checked without network, with what was kept, which the answer says', async ({ page, context }) => {
  await visit(page, LOT);
  await goOffline(context);
  await page.reload();
  await page.getByRole('button', { name: 'Kiểm tra chữ ký' }).click();
  await expect(page.locator('.proof-answer')).toContainText('Khớp chữ ký của trang này, không phải chữ ký của cơ quan công nhận');
  await expect(page.locator('.proof-answer')).toContainText(/bản lưu/i);
});

test('who saves data keeps the page, not the table of packs', async ({ page, context }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await visit(page, LOT, [LOT]);
  expect(await page.evaluate(async () => (await caches.match('/data/packs/index.json')) !== undefined)).toBe(false);
  await goOffline(context);
  await page.reload();
  await expect(page.locator('#kept')).toBeVisible();
});

test('the worker takes trace pages only', async ({ page }) => {
  await visit(page, LOT);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname))).toEqual(['/01/']);
  await page.goto('/');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test('caches of an earlier form of the worker are removed', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(async () => void (await caches.open('trace-pages-0')));
  await visit(page, LOT);
  expect(await page.evaluate(() => caches.keys())).not.toContain('trace-pages-0');
});

for (const [without, options] of [
  ['service worker', { serviceWorkers: 'block' }],
  ['script', { javaScriptEnabled: false }],
] as const) {
  test(`without ${without} the page is complete`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...options, ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(LOT);
    await expect(page.locator('[data-field]')).not.toHaveCount(0);
    await expect(page.locator('#kept')).toBeHidden();
    expect(faults).toEqual([]);
    await context.close();
  });
}
