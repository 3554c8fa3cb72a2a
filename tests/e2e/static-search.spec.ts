import { test as base, expect, type Route } from '@playwright/test';
import { startStaticSite, type StaticSite } from './static-site.ts';

const test = base.extend<object, { site: StaticSite }>({
  site: [
    async ({}, use) => {
      const site = await startStaticSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});
const isData = (path: string): boolean => /\/assets\/search|search-worker|search\.json|first-letters|combobox/.test(path);

test('a plain host searches in the browser, and loads nothing of it before it is used', async ({ page, site }) => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', ({ message }) => faults.push(message));
  site.asked.splice(0);
  await page.goto(`${site.url}/`);
  expect(site.asked.filter(isData)).toEqual([]);
  await page.locator('#tra').click();
  await page.keyboard.type('nuoc mam phu');
  await expect(page.getByRole('option').first()).toContainText('Nước mắm Phú Sáng');
  await page.keyboard.press('Enter');
  await expect(page.locator('#ket-qua')).toContainText('“nuoc mam phu”');
  await expect(page.locator('.results-grid .card').first()).toContainText('Nước mắm Phú Sáng');
  await page.locator('#tim').fill('tra 4 sao');
  await expect(page.locator('.chips-understood')).toContainText('4 sao');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('[data-facet=provinces] a').first().click();
  await expect(page.locator('.chips-chosen .chip')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('.chips-chosen')).toHaveCount(0);
  await page.locator('#tim').fill('rượu sim');
  await expect(page.locator('#ket-qua')).toContainText('Không tìm thấy');
  expect(faults).toEqual([]);
});

test('on a phone, results that stand there never shrink to the first of them when the rest of the register has come', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${site.url}/tim-kiem/`);
  await page.evaluate(() => {
    const seen: number[] = [];
    const tops: number[] = [];
    Object.assign(window, { seen, tops });
    const region = document.querySelector('[data-results]') as HTMLElement;
    new MutationObserver(() => {
      const cards = region.querySelectorAll('.card').length;
      if (cards !== seen.at(-1)) seen.push(cards);
      const top = region.querySelector('.card')?.getBoundingClientRect().top;
      if (top !== undefined && top !== tops.at(-1)) tops.push(top);
    }).observe(region, { childList: true, subtree: true });
  });
  await page.locator('#tim').fill('nuoc');
  await expect(page.locator('[data-reach=loading]')).toHaveCount(1);
  await expect(page.locator('[data-reach=whole]')).toHaveCount(1);
  await expect(page.locator('[data-results] template')).toHaveCount(0);
  const [first, ...later] = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(first).toBe(1);
  expect(later.length).toBeGreaterThan(0);
  expect(Math.min(...later)).toBeGreaterThan(1);
  // Nor do they move.
  expect(await page.evaluate(() => (window as unknown as { tops: number[] }).tops)).toHaveLength(1);
});

test('on a phone, a first letter is known before it is pressed and before anything can be searched, and a second one right after it is what is answered', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const held: Route[] = [];
  await page.route('**/data/search.json', (route) => void held.push(route));
  const posted = (): Promise<string[]> => page.evaluate(() => (window as unknown as { posted: string[] }).posted);
  await page.addInitScript(() => {
    const posted: string[] = [];
    Object.assign(window, { posted });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string; text?: string; query?: string }) {
      posted.push([message.kind, message.text ?? message.query].join(' ').trim());
      post.call(this, message);
    } as typeof post;
  });
  await page.goto(`${site.url}/`);
  await page.locator('#tra').focus();
  await expect.poll(posted).toContain('warm-up');
  await page.waitForTimeout(500);
  await page.keyboard.press('m');
  await expect(page.getByRole('option').last()).toContainText('Xem cả');
  expect((await posted()).filter((asked) => asked.startsWith('suggestions'))).toEqual([]);
  await page.keyboard.press('u');
  await expect.poll(posted).toContain('suggestions mu');
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await expect(page.getByRole('option', { name: 'Xã Mù Cang Chải' })).toBeVisible();

  await page.goto(`${site.url}/tim-kiem/`);
  await page.locator('#tim').focus();
  await expect.poll(posted).toContain('first-results');
  await page.waitForTimeout(500);
  await page.keyboard.press('m');
  await expect(page.locator('#ket-qua')).toContainText('“m”');
  await expect(page.locator('.results-grid .card')).toHaveCount(1);
  expect(held).toHaveLength(2);
  await page.locator('#tim').fill('');
  await expect(page.locator('[data-search-start]')).toBeVisible();
  await held[1]?.continue();
  // Faster than the first is on the screen.
  await page.locator('#tim').evaluate((field: HTMLInputElement) => {
    for (const text of ['m', 'mu']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await expect(page.locator('#ket-qua')).toContainText('“mu”');
  await expect(page.locator('[data-results] template')).toHaveCount(0);
  await expect(page.locator('[data-reach=whole]')).toHaveCount(1);
  await expect(page.locator('#ket-qua')).toContainText('“mu”');
  expect((await posted()).filter((asked) => asked.startsWith('results'))).toEqual(['results ?q=m', 'results ?q=mu']);
});

test('finds the same as the server does', async ({ page, site, request, baseURL }) => {
  for (const query of ['q=nuoc+mam', 'q=tra&sao=5', 'q=ha+tinh&sap-xep=name', 'sao=4&hieu-luc=held&sap-xep=name']) {
    const answer = await (await request.get(`${baseURL}/tim-kiem/ket-qua/?${query}`)).text();
    const served = [...answer.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href);
    await page.goto(`${site.url}/tim-kiem/?${query}`);
    await expect(page.locator('[data-reach=whole]')).toHaveCount(1);
    await expect(page.locator('#ket-qua')).toBeVisible();
    await expect.poll(() => page.locator('.results-grid h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), query).toEqual(served);
  }
});

test('helps where nothing was found as the server does', async ({ page, site, request, baseURL }) => {
  for (const query of ['q=nuoc+mam+phu+sang&nhom=do-uong', 'q=muoc+mamx+ha+tinh&sao=5', 'q=zxqwv']) {
    const answer = await (await request.get(`${baseURL}/tim-kiem/ket-qua/?${query}`)).text();
    const help = /<div class="help">.*?<\/p><\/div>/s.exec(answer)?.[0] ?? '';
    const served = [...help.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));
    await page.goto(`${site.url}/tim-kiem/?${query}`);
    await expect(page.locator('[data-reach=whole]')).toHaveCount(1);
    await expect.poll(() => page.locator('.help a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), query).toEqual(served);
    expect(served.length).toBeGreaterThan(3);
  }
  await page.goto(`${site.url}/tim-kiem/?q=nuoc+mam+phu+sang&nhom=do-uong`);
  await page.locator('.help').getByRole('link', { name: /Bỏ: Nhóm sản phẩm/ }).click();
  await expect(page.locator('.results-grid')).toContainText('Nước mắm Phú Sáng');
});

test('the page of a province begins with its own products', async ({ page, site }) => {
  site.asked.splice(0);
  await page.goto(`${site.url}/tinh/ha-tinh/`);
  await page.locator('#tim').click();
  await page.keyboard.type('nuoc mam');
  await expect(page.getByRole('option').first()).toContainText('Nước mắm');
  const index = (await (await page.request.get(`${site.url}/data/search.json`)).json()) as { head: string; provinces: { slug: string; file?: string }[] };
  const own = index.provinces.find(({ slug }) => slug === 'ha-tinh')?.file as string;
  const order = site.asked.filter((path) => path.startsWith('/assets/search/'));
  expect(order.indexOf(own)).toBeGreaterThanOrEqual(0);
  expect(order.indexOf(index.head) === -1 || order.indexOf(own) < order.indexOf(index.head)).toBe(true);
});

test('who saves data is asked first', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  site.asked.splice(0);
  await page.goto(`${site.url}/tim-kiem/?q=nuoc+mam`);
  await expect(page.locator('.reach')).toContainText('tiết kiệm dữ liệu');
  const index = (await (await page.request.get(`${site.url}/data/search.json`)).json()) as { rest: string };
  expect(site.asked).not.toContain(index.rest);
  await page.getByRole('button', { name: 'Tải phần còn lại' }).click();
  await expect(page.locator('[data-reach=whole]')).toHaveCount(1);
  expect(site.asked).toContain(index.rest);
});

test('data that cannot be loaded is told, and the full list is at hand', async ({ page, site }) => {
  await page.route('**/data/search.json', (route) => route.abort());
  await page.goto(`${site.url}/tim-kiem/?q=nuoc+mam`);
  await expect(page.locator('.problem')).toContainText('Kiểm tra mạng');
  await expect(page.getByRole('link', { name: 'Danh sách đầy đủ' })).toBeVisible();
});
