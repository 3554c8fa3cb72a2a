import AxeBuilder from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';
import { expect, test } from './clean-page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const title = (page: Page) => page.locator('#ket-qua');
const options = (page: Page) => page.getByRole('option');
const withoutFaults = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4).join(' | ')}`)).toEqual([]);
};

test.describe('on every page, while somebody types', () => {
  test('nothing is loaded for it before the first focus', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto('/san-pham/nuoc-mam-phu-sang/');
    const before = scripts.length;
    expect(scripts.join(' ')).not.toContain('combobox');
    await page.locator('#tim').focus();
    await expect(page.getByRole('combobox')).toBeVisible();
    expect(scripts.slice(before).join(' ')).toContain('combobox');
  });

  test('products, places and producers are offered, and the keyboard alone opens one', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Tìm sản phẩm, chủ thể, xã, tỉnh' });
    await expect(field).toBeFocused();
    await page.keyboard.type('nuoc mam phu');
    await expect(options(page).first()).toContainText('Nước mắm Phú Sáng');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('form[role=search] [role=status]')).toContainText('gợi ý');
    await page.keyboard.press('ArrowDown');
    const first = options(page).first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) as string);
    await page.keyboard.press('ArrowUp');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/san-pham\/nuoc-mam-phu-sang\/$/);
  });

  test('Escape closes the list and keeps the text; the clear button empties the field and is large enough', async ({ page }) => {
    await page.goto('/chu-the/');
    await page.locator('#tim').click();
    await page.keyboard.type('cam');
    await expect(options(page).first()).toBeVisible();
    const late: (() => void)[] = [];
    await page.route('**/api/search/suggestions**', (route) => new Promise<void>((answer) => late.push(() => answer(route.continue().catch(() => undefined)))));
    await page.keyboard.type(' due');
    await expect.poll(() => late.length).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    // An answer that comes after the list was closed does not open it again.
    for (const answer of late.splice(0)) answer();
    await page.waitForTimeout(500);
    await page.unroute('**/api/search/suggestions**');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.locator('#tim')).toHaveValue('cam due');
    const clear = page.getByRole('button', { name: 'Xoá chữ đã gõ' });
    const box = await clear.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await clear.click();
    await expect(page.locator('#tim')).toHaveValue('');
    await expect(page.locator('#tim')).toBeFocused();
  });

  test('Enter that ends the writing of a syllable searches nothing', async ({ page }) => {
    await page.goto('/');
    await page.locator('#tra').click();
    await expect(page.getByRole('combobox')).toBeVisible();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'mật', selectionStart: 3, selectionEnd: 3 });
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' });
    await page.locator('#tra').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    await client.send('Input.insertText', { text: 'mật' });
    expect(new URL(page.url()).pathname).toBe('/');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tim-kiem\/\?q=m%E1%BA%ADt/);
  });

  test('only the last of many answers is shown', async ({ page, faults }) => {
    await page.goto('/');
    await page.locator('#tra').click();
    await expect(page.getByRole('combobox')).toBeVisible();
    await page.route('**/api/search/suggestions?q=mat&**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    await page.locator('#tra').fill('mat');
    await page.waitForTimeout(150);
    await page.locator('#tra').fill('nuoc mam');
    await expect(options(page).first()).toContainText('Nước mắm');
    await page.waitForTimeout(1_700);
    await expect(options(page).first()).toContainText('Nước mắm');
    expect(faults.splice(0).filter((fault) => !fault.includes('suggestions'))).toEqual([]);
  });

  test('a phone has room for eight, a desktop for ten', async ({ page }) => {
    for (const [width, most] of [[360, 8], [1280, 10]] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/en/producers/');
      await page.locator('#tim').click();
      await page.keyboard.type('tra');
      await expect(options(page).last()).toContainText('See all');
      expect((await options(page).count()) - 1).toBeLessThanOrEqual(most);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  test('a first letter is answered without the network, with what the network would have said; the next one asks', async ({ page }) => {
    const shown = async (): Promise<string[]> => (await options(page).allTextContents()).map((text) => text.trim());
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/search/suggestions') && asked.push(new URL(request.url()).searchParams.get('q') ?? ''));
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/');
      const learnt = page.waitForResponse('**/api/search/first-letters?**');
      await page.locator('#tra').focus();
      await (await learnt).finished();
      await page.waitForTimeout(100);
      await page.keyboard.press('m');
      await expect(options(page).last()).toContainText('Xem cả');
      const known = await shown();
      expect(known.length).toBe(width === 360 ? 9 : 11);
      expect(asked).toEqual([]);
      await page.keyboard.press('u');
      await expect.poll(() => asked.splice(0)).toEqual(['mu']);
      // The same letter on a page that never learnt it.
      await page.route('**/api/search/first-letters?**', (route) => route.fulfill({ status: 204 }));
      await page.goto('/');
      await page.locator('#tra').focus();
      await page.keyboard.press('m');
      await expect.poll(() => asked).toContain('m');
      await expect.poll(shown).toEqual(known);
      await page.unroute('**/api/search/first-letters?**');
      asked.splice(0);
    }
  });

  test('recent searches stay on the device and can be forgotten', async ({ page }) => {
    await page.goto('/');
    await page.locator('#tra').fill('mật ong');
    // What remembers comes with the first focus; before that the form is a plain one.
    await expect(page.locator('#tra')).toHaveAttribute('role', 'combobox');
    await page.keyboard.press('Enter');
    await expect(title(page)).toContainText('mật ong');
    await page.goto('/');
    await page.locator('#tra').click();
    await expect(options(page).first()).toHaveText('mật ong');
    await options(page).last().click();
    await expect(page.getByRole('listbox')).toBeHidden();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a network that fails is told, and Enter still searches', async ({ page, faults }) => {
    await page.goto('/');
    await page.route('**/api/search/suggestions**', (route) => route.abort());
    await page.locator('#tra').click();
    await page.keyboard.type('mam');
    await expect(options(page).first()).toContainText('Chưa lấy được gợi ý');
    await page.keyboard.press('Enter');
    await expect(title(page)).toContainText('“mam”');
    faults.splice(0);
  });
});

test.describe('the page of results', () => {
  test('follows the typing, keeps it in the address, and "back" leads to what was meant', async ({ page }) => {
    await page.goto('/tim-kiem/');
    await page.locator('#tim').pressSequentially('nuoc mam', { delay: 20 });
    await expect(title(page)).toContainText('“nuoc mam”');
    await expect(page).toHaveURL(/\?q=nuoc%20mam$/);
    await expect(page.locator('[data-search-live]')).toContainText('sản phẩm');
    await expect(page.locator('mark').first()).toHaveText('Nước mắm');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '4 sao' }).click();
    await expect(page.locator('.chips-chosen')).toContainText('4 sao');
    await expect(page).toHaveURL(/sao=4/);
    await page.goBack();
    await expect(page).not.toHaveURL(/sao=4/);
    await expect(page.locator('.chips-chosen')).toHaveCount(0);
    await page.goForward();
    await expect(page.locator('.chips-chosen')).toContainText('4 sao');
    await page.reload();
    await expect(page.locator('.chips-chosen')).toContainText('4 sao');
    await page.getByRole('link', { name: 'Bỏ điều kiện 4 sao' }).click();
    await expect(page.locator('.chips-chosen')).toHaveCount(0);
    await expect(page.locator('#tim')).toHaveValue('nuoc mam');
  });

  test('on a phone, what is painted first and what follows are together what the server shows at once', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const seen = async (): Promise<unknown> => ({
      cards: await page.locator('.results-grid .card h3').allTextContents(),
      facets: await page.locator('.facets .facet-value').allTextContents(),
      pager: await page.locator('.pager a').count(),
      gaps: await page.locator('[data-results] template').count(),
    });
    await page.goto('/tim-kiem/');
    await page.locator('#tim').pressSequentially('nuoc', { delay: 20 });
    await expect(page).toHaveURL(/\?q=nuoc$/);
    await expect(page.locator('[data-results] template')).toHaveCount(0);
    const typed = await seen();
    await page.reload();
    expect(typed).toEqual(await seen());
    expect((typed as { cards: string[] }).cards.length).toBeGreaterThan(9);
    // Who has the filters open sees them stay.
    await page.locator('.facets > summary').click();
    await page.locator('#tim').press('End');
    await page.locator('#tim').pressSequentially(' mam', { delay: 20 });
    await expect(title(page)).toContainText('“nuoc mam”');
    await expect(page.locator('.facets')).toHaveAttribute('open');
    await expect(page.locator('.facets .facet-value').first()).toBeVisible();
  });

  test('on a phone, a first letter is shown before the network is asked, then the whole follows', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const held: Route[] = [];
    await page.goto('/tim-kiem/');
    const learnt = page.waitForResponse('**/tim-kiem/chu-dau/');
    await page.locator('#tim').focus();
    await (await learnt).finished();
    await page.waitForTimeout(100);
    await page.route('**/tim-kiem/ket-qua/**', (route) => void held.push(route));
    const [cards, gaps] = [page.locator('.results-grid .card'), page.locator('[data-results] template')];
    await page.keyboard.press('m');
    await expect(title(page)).toContainText('“m”');
    await expect(cards).toHaveCount(1);
    await expect.poll(() => held.map((route) => route.request().headers()['x-search-first'])).toEqual([undefined]);
    const first = await cards.first().textContent();
    await held[0]?.continue();
    await expect(gaps).toHaveCount(0);
    expect(await cards.count()).toBeGreaterThan(9);
    expect(await cards.first().textContent()).toBe(first);
    await expect(page).toHaveURL(/\?q=m$/);
    await page.unroute('**/tim-kiem/ket-qua/**');
  });

  test('on a phone, whoever empties the field or loses the network between the first and the rest is told no wrong thing', async ({ page, faults }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const held: Route[] = [];
    await page.route('**/tim-kiem/ket-qua/**', (route) => (route.request().headers()['x-search-first'] === undefined ? void held.push(route) : route.continue()));
    await page.goto('/tim-kiem/');
    const [field, cards, gaps] = [page.locator('#tim'), page.locator('.results-grid .card'), page.locator('[data-results] template')];
    await field.fill('nuoc');
    await expect(cards).toHaveCount(1);
    await expect(gaps).not.toHaveCount(0);
    await expect.poll(() => held.length).toBe(1);
    await field.fill('');
    await expect(page.locator('[data-search-start]')).toBeVisible();
    await field.fill('nuoc');
    await expect(cards).toHaveCount(1);
    await expect.poll(() => held.length).toBe(2);
    await held[1]?.continue();
    await expect(gaps).toHaveCount(0);
    expect(await cards.count()).toBeGreaterThan(9);
    await field.fill('nuoc m');
    await expect(cards).toHaveCount(1);
    await expect.poll(() => held.length).toBe(3);
    await held[2]?.abort();
    await expect(page.locator('[data-results] > .problem')).toContainText('Chưa lấy được kết quả mới');
    await expect(title(page)).toContainText('“nuoc m”');
    await expect(cards).toHaveCount(1);
    faults.splice(0);
  });

  test('the address never names what is not shown yet', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    // A slow machine: the next key comes before what was drawn is on the screen.
    await page.addInitScript(() => Object.assign(window, { requestAnimationFrame: (act: FrameRequestCallback) => setTimeout(() => act(performance.now()), 200) }));
    const held: Route[] = [];
    await page.route('**/tim-kiem/ket-qua/?q=nu', (route) => (held.length === 0 ? void held.push(route) : route.continue()));
    await page.goto('/tim-kiem/');
    const learnt = page.waitForResponse('**/tim-kiem/chu-dau/');
    await page.locator('#tim').focus();
    await (await learnt).finished();
    await page.waitForTimeout(100);
    await page.keyboard.press('n');
    await expect(title(page)).toContainText('“n”');
    await page.keyboard.press('u');
    await expect.poll(() => held.length).toBe(1);
    await page.waitForTimeout(1_000);
    await expect(title(page)).toContainText('“n”');
    expect(new URL(page.url()).search).not.toBe('?q=nu');
    await held[0]?.continue();
    await expect(page).toHaveURL(/\?q=nu$/);
    await expect(title(page)).toContainText('“nu”');
  });

  test('what was understood is a chip that can be taken away', async ({ page }) => {
    await page.goto('/tim-kiem/?q=nuoc+mam+4+sao');
    await expect(page.locator('.chips-understood')).toContainText('4 sao');
    for (const stars of await page.locator('.results-grid .stars').all()) await expect(stars).toHaveAttribute('aria-label', '4 sao');
    await page.locator('.chips-understood .chip').first().click();
    await expect(page).toHaveURL(/bo=stars:4/);
    await expect(page.locator('.chips-understood', { hasText: '4 sao' })).toHaveCount(0);
  });

  test('Telex left-overs are read, and it is said what for', async ({ page }) => {
    await page.goto('/tim-kiem/?q=nuwowcs+mawms');
    await expect(page.locator('.read-as')).toContainText('nước mắm');
    await expect(page.locator('.read-as')).toContainText('nuwowcs mawms');
    await expect(page.locator('.card').first()).toContainText('mắm');
  });

  test('an old name that fits two places asks which one is meant', async ({ page }) => {
    await page.goto('/tim-kiem/?q=x%C3%A3+C%E1%BA%A9m+M%E1%BB%B9');
    const question = page.locator('.place-question');
    await expect(question).toContainText('là tên của nhiều nơi');
    expect(await question.getByRole('link').count()).toBeGreaterThan(1);
    const choice = question.getByRole('link').filter({ hasText: 'Hà Tĩnh' }).first();
    await choice.click();
    await expect(page).toHaveURL(/chon=/);
    await expect(question).toHaveCount(0);
    await expect(page.locator('.chips-understood')).toContainText('Hà Tĩnh');
  });

  test('a long list of values can be searched in', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/tim-kiem/?q=tra');
    const facet = page.locator('[data-facet=provinces]');
    await facet.getByRole('searchbox').fill('thai ng');
    await expect(facet.locator('li:visible')).toHaveCount(1);
    await expect(facet.locator('li:visible')).toContainText('Thái Nguyên');
    await facet.getByRole('searchbox').fill('zzz');
    await expect(facet).toContainText('Không có tên nào khớp');
    await facet.getByRole('searchbox').fill('');
    await facet.getByRole('link').first().click();
    await expect(page.locator('.chips-chosen .chip')).toHaveCount(1);
    await expect(facet.getByRole('link').first()).toBeFocused();
  });

  test('sorts, and shows what holds on a day', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/tim-kiem/?q=mam');
    await page.getByLabel('Xếp theo').selectOption('name');
    await expect(page).toHaveURL(/sap-xep=name/);
    await expect(async () => {
      const names = await page.locator('.results-grid h3').allTextContents();
      expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'vi')));
    }).toPass();
    await page.locator('input[name=ngay]').fill('2027-06-01');
    await expect(page.locator('.chips-chosen')).toContainText('01/06/2027');
    await expect(page.locator('.results-grid')).not.toContainText('hết hiệu lực');
  });

  test('near me asks only after a tap, and a place that is chosen does as well', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 18.2667, longitude: 106.0833 });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.addInitScript(() => {
      const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
      navigator.geolocation.getCurrentPosition = (...args) => {
        document.documentElement.dataset['asked'] = String(Number(document.documentElement.dataset['asked'] ?? 0) + 1);
        ask(...args);
      };
    });
    await page.goto('/tim-kiem/?q=nuoc+mam');
    expect(await page.evaluate(() => document.documentElement.dataset['asked'])).toBeUndefined();
    await page.getByRole('button', { name: 'Dùng vị trí của tôi' }).click();
    await expect(page).toHaveURL(/gan=18\.2667,106\.0833/);
    await expect(page.locator('.near-note')).toContainText('chưa rõ xã');
    await expect(page.locator('.results-grid .card').first()).toContainText('km');
    await page.getByLabel('hoặc chọn một nơi').selectOption({ label: 'Hà Tĩnh' });
    await expect(page.locator('.chips-chosen')).toContainText('gần Hà Tĩnh');
  });

  test('nothing found says so and helps on', async ({ page }) => {
    await page.goto('/tim-kiem/?q=nuoc+mam+phu+sang&nhom=do-uong');
    await expect(title(page)).toContainText('Không tìm thấy');
    await page.locator('.help').getByRole('link', { name: /Bỏ: Nhóm sản phẩm/ }).click();
    await expect(page.locator('.results-grid')).toContainText('Nước mắm Phú Sáng');
    await page.goto('/tim-kiem/?q=zxqwv');
    await expect(page.locator('.help')).toContainText('Xem theo nhóm');
  });

  test('works without script: form, filters, sort, pager, declaration', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('#tra').fill('trà');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await expect(title(page)).toContainText('“trà”');
    await page.getByRole('link', { name: 'Trang sau →' }).click();
    await expect(page).toHaveURL(/trang=2/);
    await page.locator('[data-facet=stars]').getByRole('link', { name: /^4 sao/ }).click();
    await expect(page.locator('.chips-chosen')).toContainText('4 sao');
    await page.getByLabel('Xếp theo').selectOption('name');
    await page.getByRole('button', { name: 'Xếp', exact: true }).click();
    await expect(page).toHaveURL(/sao=4/);
    await expect(page).toHaveURL(/sap-xep=name/);
    await context.close();
  });
});

test('alcohol opens by a declaration, shows no price, and closes again', async ({ page }) => {
  await page.goto('/tim-kiem/?q=r%C6%B0%E1%BB%A3u+sim');
  await expect(page.locator('.results')).not.toContainText('Đạt Thơm');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Mẫu');
  await page.getByLabel('Ngày sinh').fill('1985-02-03');
  await page.getByRole('button', { name: 'Khai báo và xem' }).click();
  await expect(page).toHaveURL(/tim-kiem\/\?q=/);
  const card = page.locator('.card', { hasText: 'Đạt Thơm' }).first();
  await expect(card).toContainText('rượu, chỉ hồ sơ công nhận');
  await expect(card).not.toContainText('₫');
  await page.getByRole('button', { name: 'Rút khai báo' }).click();
  await expect(page.locator('.results')).not.toContainText('Đạt Thơm');
});

for (const [name, path] of [['results', '/tim-kiem/?q=tra'], ['a question', '/tim-kiem/?q=x%C3%A3+C%E1%BA%A9m+M%E1%BB%B9'], ['nothing found', '/en/search/?q=zxqwv&stars=5'], ['chips', '/en/search/?q=fish+sauce+4+stars&province=ha-tinh&on=2026-12-24'], ['nothing asked', '/tim-kiem/']] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the page with ${name} in ${colorScheme}, and it fits a phone`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(path);
      await page.locator('[data-facets] > summary').click({ timeout: 2_000 }).catch(() => undefined);
      await withoutFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}

test('axe finds nothing in the open list', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/en/');
    await page.locator('#tra').click();
    await page.keyboard.type('tea');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await withoutFaults(page);
  }
});
