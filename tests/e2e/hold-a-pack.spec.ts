import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './clean-page.ts';

/** Practice goods; their star, granted on 05/11/2024, is held to 05/11/2027. */
const FISH_SAUCE = '/01/09524000000101/10/NM-260618';
/** Its star is valid, its use-by is 12/02/2027. */
const CRACKERS = '/01/09524000000804/10/BD-261112';
const RECALLED = '/01/09524000000705/10/MD-260903';
/** Packed while the star held, which has ended since. */
const HONEY = '/01/09524000000408/10/MO-240310';
const NOT_COVERED = '/01/09524000000125';
const BY_TRACE_CODE = '/t/0ZBQSA2TB7';
const ALCOHOL = '/01/09524000000903';
const PHONE = { width: 360, height: 780 };

const star = (page: Page) => page.locator('.star');
const notice = (page: Page, kind: string) => page.locator(`[data-notice="${kind}"]`);

async function withoutScript(browser: Browser, baseURL: string | undefined, look: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, ...(baseURL !== undefined && { baseURL }) });
  await look(await context.newPage(), context);
  await context.close();
}

test.use({ viewport: PHONE });

test('someone holding a pack sees at once whether the star holds, who says so and until when', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T03:00:00Z'));
  await page.goto(FISH_SAUCE);
  await expect(page).toHaveTitle('Trang thông tin sản phẩm');
  await expect(star(page)).toHaveAttribute('data-status', 'valid');
  for (const words of ['4 sao, còn hiệu lực', 'Còn hiệu lực đến hết ngày 05/11/2027.', '05/QĐ-MẪU', 'Cơ quan mẫu', 'đọc từ nguồn', 'Tính đến 22/11/2026', 'Lô này đóng gói ngày 18/06/2026, khi sao còn hiệu lực.']) {
    await expect(star(page)).toContainText(words);
  }
  await expect(page.locator('.state')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.product')).toContainText('Nước mắm cốt Mẫu');
  await expect(page.locator('.sample')).toContainText('Dữ liệu minh hoạ');
});

test('the day after its last day the star has ended, and that is no use-by date', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-11-05T16:59:59Z'));
  await page.goto(FISH_SAUCE);
  await expect(star(page)).toContainText('hôm nay là ngày cuối');
  await page.clock.setFixedTime(new Date('2027-11-05T17:00:00Z'));
  await page.reload();
  await expect(star(page)).toHaveAttribute('data-status', 'expired');
  await expect(star(page)).toContainText('Sao OCOP hết hiệu lực từ 06/11/2027. Đây không phải hạn sử dụng.');
  await expect(star(page)).toContainText('Lô này đóng gói ngày 18/06/2026, khi sao còn hiệu lực.');
});

test('a lot past its last day of use says so on the day of viewing, apart from the star', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-02-12T16:59:59Z'));
  await page.goto(CRACKERS);
  await expect(notice(page, 'use-by')).toBeHidden();
  await page.clock.setFixedTime(new Date('2027-02-12T17:00:00Z'));
  await page.reload();
  await expect(notice(page, 'use-by')).toContainText('Lô này đã quá hạn sử dụng: 12/02/2027');
  await expect(page.locator('.alarm:visible')).toBeInViewport();
  await expect(star(page)).toHaveAttribute('data-status', 'valid');
});

test('a recalled lot cannot be missed, and its star is another matter', async ({ browser, baseURL }) => {
  await withoutScript(browser, baseURL, async (page) => {
    const answer = await page.goto(RECALLED);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('link', { name: 'Lô này bị thu hồi từ 02/10/2026' })).toBeInViewport({ ratio: 1 });
    await expect(notice(page, 'recall')).toBeInViewport();
    await expect(notice(page, 'recall')).toContainText('Lý do');
    await expect(notice(page, 'recall')).toContainText('không phải của sao OCOP');
  });
});

test('without script the whole page is there, as of the day it was made', async ({ browser, baseURL }) => {
  await withoutScript(browser, baseURL, async (page) => {
    await page.goto(HONEY);
    await expect(star(page)).toContainText('3 sao, hết hiệu lực');
    await expect(star(page)).toContainText('Sao OCOP hết hiệu lực từ 13/04/2024. Đây không phải hạn sử dụng.');
    await expect(star(page)).toContainText('Lô này đóng gói ngày 10/03/2024, khi sao còn hiệu lực.');
    await expect(star(page)).toContainText(/Tính đến \d\d\/\d\d\/\d{4}/);
    await expect(page.locator('[data-field^=circular]')).toHaveCount(10);
    await page.goto(FISH_SAUCE);
    await expect(page.locator('.journey > li')).toHaveCount(6);
    await page.locator('summary').first().click();
    await expect(page.locator('details code').last()).toHaveText(/^[0-9a-f]{64}$/);
  });
});

test('a star that does not cover the pack is not shown on it', async ({ page }) => {
  await page.goto(NOT_COVERED);
  await expect(star(page)).toContainText('Sao không áp dụng cho quy cách này');
  await expect(star(page).locator('.stars')).toHaveCount(0);
});

test('a document leads to its file', async ({ page, request }) => {
  await page.goto(FISH_SAUCE);
  const href = await page.locator('.papers a').first().getAttribute('href');
  const hash = await page.locator('.papers details > code').first().textContent();
  expect(href).toBe(`/media/document/${hash}.pdf`);
  const answer = await request.get(href as string);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

test('an unknown lot is said to be unknown, on the page of its pack, and can be reported', async ({ page }) => {
  const answer = await page.goto('/01/09524000000101/10/KHONG-CO');
  expect(answer?.status()).toBe(200);
  await expect(notice(page, 'unknown-lot')).toContainText('Lô KHONG-CO không có trong hồ sơ của sản phẩm này');
  await page.locator('.jumps').getByRole('link', { name: 'Phản ánh' }).click();
  await expect(page).toHaveURL(/\/phan-anh\/\?ve=/);
});

test('from a pack to one of its lots and back', async ({ page }) => {
  await page.goto('/01/09524000000705');
  await page.getByRole('link', { name: /MD-261015/ }).click();
  await expect(page).toHaveURL(/\/01\/09524000000705\/10\/MD-261015$/);
  await page.getByRole('link', { name: 'Các lô khác của quy cách này' }).click();
  await expect(page).toHaveURL(/\/01\/09524000000705$/);
});

test('a reader of Korean finds its labels in Korean and all else in English', async ({ page }) => {
  await page.goto(FISH_SAUCE);
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\?lang=ko$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('[data-field="circular-1"] dt')).toHaveText('제품명');
  await expect(page.locator('[data-field="circular-1"] dt')).toHaveAttribute('lang', 'ko');
  await expect(star(page)).toContainText('4 stars, valid');
  await page.getByRole('link', { name: 'EN', exact: true }).click();
  await expect(page.locator('[data-field="circular-1"] dt')).toHaveText('Product name');
  await expect(page.locator('.pack-label, .product [lang=vi]').first()).toBeVisible();
});

test('alcohol is open to whoever scans it, unindexed and without a price', async ({ page }) => {
  const answer = await page.goto(ALCOHOL);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('body')).not.toContainText('₫');
});

for (const path of [FISH_SAUCE, RECALLED, HONEY, NOT_COVERED, BY_TRACE_CODE, `${FISH_SAUCE}?lang=en`, `${CRACKERS}?lang=ko`, '/01/09524000000101/10/KHONG-CO']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} in ${colorScheme} has nothing for axe to find and fits a phone`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(' | ')}`)).toEqual([]);
    });
  }
}
