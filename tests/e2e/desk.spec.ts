import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { openDatabase } from '../../src/server/db/open-database.ts';
import { countSearch } from '../../src/server/empty-searches/empty-search-store.ts';
import { expect, test as base } from './clean-page.ts';
import { startOffice, type OfficeServer } from './office-server.ts';

const PASSPHRASE = 'bốn từ dễ nhớ';
const PRODUCT = '/san-pham/nuoc-mam-phu-sang/';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A site of their own for these journeys; every address of them is on it. */
const test = base.extend<object, { office: OfficeServer }>({
  office: [
    async ({}, use) => {
      const office = await startOffice([{ name: 'Chị Lan', role: 'approver', passphrase: PASSPHRASE }]);
      await use(office);
      await office.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ office }, use) => use(office.url),
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

async function logIn(page: Page): Promise<void> {
  await page.goto('/quan-ly/');
  await page.getByLabel('Tên').fill('Chị Lan');
  await page.getByLabel('Câu mật khẩu').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
}

/** An annex as an office makes it: title lines, a new product, and one that has a star and whose act nobody wrote. */
async function annex(): Promise<Buffer> {
  const rows = [
    ['ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH'],
    ['DANH SÁCH SẢN PHẨM OCOP NĂM 2026'],
    ['(Kèm theo Quyết định số 3100/QĐ-UBND ngày 20 tháng 10 năm 2026 của UBND tỉnh Hà Tĩnh)'],
    ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã/Phường', 'Tỉnh', 'Hạng sao'],
    [1, 'Mắm ruốc Sóng Thử', 'HTX Sóng Thử', 'Xã Thiên Cầm', 'Tỉnh Hà Tĩnh', '3 sao'],
    [2, 'Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'Xã Thiên Cầm', 'Tỉnh Hà Tĩnh', '5 sao'],
  ];
  return Buffer.from(await writeSpreadsheet([{ name: 'Phụ lục', rows, widths: [] }]));
}

async function fitsAndIsClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test('a clerk on a phone drops a file, answers, confirms, sees it live, and undoes', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toContainText('4 sao, còn hiệu lực');

  await logIn(page);
  await page.getByRole('link', { name: 'Nhập quyết định' }).click();
  await fitsAndIsClean(page);
  await page.getByLabel('Tệp phụ lục').setInputFiles({ name: 'Phụ lục 3100.xlsx', mimeType: XLSX, buffer: await annex() });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phụ lục 3100.xlsx');
  await expect(page.getByRole('heading', { name: 'Cần trả lời' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ghi tất cả' })).toHaveCount(0);
  await fitsAndIsClean(page);
  await page.getByRole('radio', { name: 'nâng hạng' }).check();
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();

  await expect(page.getByText('Cần trả lời')).toHaveCount(0);
  await expect(page.locator('tr[data-status=sound]')).toHaveCount(2);
  expect((await page.request.get('/san-pham/mam-ruoc-song-thu/')).status()).toBe(404);
  await page.getByRole('button', { name: 'Ghi tất cả và xuất bản' }).click();

  await expect(page.getByText('Đã ghi và xuất bản.')).toBeVisible();
  await fitsAndIsClean(page);
  const change = page.url();
  await page.getByRole('link', { name: 'Mắm ruốc Sóng Thử' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mắm ruốc Sóng Thử');
  await expect(page.locator('.status-panel')).toContainText('3 sao, còn hiệu lực');
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toContainText('5 sao, còn hiệu lực');

  await page.goto(change);
  await page.getByText('Hoàn tác', { exact: true }).click();
  await page.getByRole('button', { name: 'Hoàn tác và xuất bản' }).click();
  await expect(page.getByText('Đã trả hồ sơ về như trước.')).toBeVisible();
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toContainText('4 sao, còn hiệu lực');
  expect((await page.request.get('/san-pham/mam-ruoc-song-thu/')).status()).toBe(404);
});

test('a star is taken back with its document, by the keyboard alone and without script', async ({ browser, office }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: office.url, locale: 'vi-VN' });
  const page = await context.newPage();
  await logIn(page);
  await page.goto('/quan-ly/thu-hoi/?tim=nuoc mam phu sang');
  await page.getByRole('link', { name: 'Nước mắm Phú Sáng' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Số quyết định').focus();
  await page.keyboard.type('15/QĐ-UBND');
  await page.getByLabel('Ngày ký').fill('2026-03-02');
  await page.getByLabel('Cơ quan ban hành').focus();
  await page.keyboard.type('UBND tỉnh Hà Tĩnh');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quyết định 15/QĐ-UBND');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Xác nhận và xuất bản' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi và xuất bản.')).toBeVisible();
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toContainText('thu hồi');
  await context.close();
});

test('every form opens clean, and a stranger is sent to the door', async ({ page, browser, office }) => {
  const db = await openDatabase({ dataDir: office.dataDir }, Date.now);
  for (const host of [1, 2, 3]) await countSearch(db, { text: 'Bưởi Phúc Trạch', foundNothing: true, address: `203.0.113.${host}` }, Date.now());
  await db.destroy();
  await page.setViewportSize({ width: 360, height: 780 });
  await logIn(page);
  const paths = ['/quan-ly/', '/quan-ly/tim-khong-thay/', '/quan-ly/doi-soat/', '/quan-ly/nhan/', '/quan-ly/nhan/?san-pham=nuoc-mam-cot-mau&cho=lot:NM-261020', '/quan-ly/thay-doi/', '/quan-ly/ho-so/?tim=mam', '/quan-ly/ho-so/san-pham/nuoc-mam-phu-sang/', '/quan-ly/ho-so/chu-the-moi/', '/quan-ly/ho-so/trang/', '/quan-ly/ho-so/san-pham/nuoc-mam-phu-sang/anh/'];
  for (const path of paths) {
    const answer = await page.goto(path);
    expect([answer?.status(), answer?.headers()['cache-control'], answer?.headers()['x-robots-tag']]).toEqual([200, 'no-store', 'noindex']);
    await fitsAndIsClean(page);
  }
  await page.goto('/quan-ly/tim-khong-thay/');
  await expect(page.getByRole('row', { name: /buoi phuc trach/ })).toContainText('3');
  const stranger = await browser.newContext({ baseURL: office.url });
  for (const path of paths) expect((await stranger.request.get(path, { maxRedirects: 0 })).status()).toBe(303);
  await stranger.close();
});
