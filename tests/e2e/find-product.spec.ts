import { expect, test } from './clean-page.ts';

test('someone holding a pack types its name without marks and reads the status', async ({ page }) => {
  await page.goto('/');
  await page.locator('#tra').fill('nuoc mam phu sang');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('link', { name: 'Nước mắm Phú Sáng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nước mắm Phú Sáng');
  await expect(page.locator('.status-panel')).toContainText('4 sao, còn hiệu lực');
});

test('a hotel buyer filters by the day of delivery, without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/san-pham/');
  await page.getByText('Lọc', { exact: true }).first().click();
  await page.locator('input[name=ngay]').fill('2027-12-01');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page.locator('.chips')).toContainText('01/12/2027');
  await expect(page.locator('main')).not.toContainText('Nước mắm Phú Sáng');
  await expect(page.locator('main')).toContainText('Trà tôm nõn hương quê');
  await context.close();
});

test('a day that does not exist is named and nothing is lost', async ({ page }) => {
  await page.goto('/san-pham/?ngay=2026-02-30&sao=4');
  await expect(page.getByRole('alert')).toContainText('2026-02-30');
  await expect(page.locator('select[name=sao]')).toHaveValue('4');
});

test('a tourist reads English and can change to the Vietnamese page', async ({ page }) => {
  await page.goto('/en/products/nuoc-mam-phu-sang/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phú Sáng fish sauce');
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await expect(page).toHaveURL(/\/san-pham\/nuoc-mam-phu-sang\/$/);
});

test('the keyboard alone goes from the home page to a product', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Đến nội dung chính');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('#tra')).toBeFocused();
  await page.keyboard.type('hat tieu cua');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tim-kiem\/\?q=hat/);
  const first = page.locator('.card h3 a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hạt tiêu Cùa');
});
