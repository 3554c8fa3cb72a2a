import { expect, test } from './clean-page.ts';

const PRODUCT = '/san-pham/nuoc-mam-phu-sang/';

test('a page made earlier tells the truth on the day of viewing', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-12-01T05:00:00Z'));
  await page.goto(PRODUCT);
  const panel = page.locator('.status-panel');
  await expect(panel).toHaveAttribute('data-status', 'expired');
  await expect(panel).toContainText('Sao OCOP hết hiệu lực từ 16/10/2027.');
  await expect(page.locator('footer')).toContainText('01/12/2027');
});

test('the last day holds until midnight in Việt Nam, whatever the reader’s clock zone', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-10-15T16:59:00Z'));
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toHaveAttribute('data-status', 'expiring');
  await expect(page.locator('.status-panel')).toContainText('hôm nay là ngày cuối');
  await page.clock.setFixedTime(new Date('2027-10-15T17:00:00Z'));
  await page.reload();
  await expect(page.locator('.status-panel')).toHaveAttribute('data-status', 'expired');
});

test('without script the page shows the status of the day it was made', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  await page.goto(PRODUCT);
  await expect(page.locator('.status-panel')).toContainText('còn hiệu lực');
  await context.close();
});
