import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test as base } from './clean-page.ts';
import { CLERK, fitsAndIsClean, logIn } from './office-journey.ts';
import { startOffice, type OfficeServer } from './office-server.ts';

/** A site of their own for these journeys; every address of them is on it. */
const test = base.extend<object, { office: OfficeServer }>({
  office: [
    async ({}, use) => {
      const office = await startOffice([CLERK]);
      await use(office);
      await office.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ office }, use) => use(office.url),
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PHONE = { width: 360, height: 780 };
const WORDS = 'Chai này in bốn sao, trên trang ghi ba sao.\nMua ở chợ Thiên Cầm.';
const reference = async (page: Page): Promise<string> => (await page.locator('.report-number dd').textContent()) ?? '';

async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a8431f' } }).jpeg().toBuffer() };
}

test('somebody with a pack in hand reports it from a phone without script; the office looks, drafts a revocation, deletes the contact', async ({ page, browser, office }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: office.url, locale: 'vi-VN', viewport: PHONE });
  const phone = await context.newPage();
  await phone.goto('/san-pham/nuoc-mam-phu-sang/');
  await phone.getByRole('link', { name: 'Thấy điều gì chưa đúng? Báo cho văn phòng' }).click();
  await expect(phone.getByLabel('Về trang nào')).toHaveValue('/san-pham/nuoc-mam-phu-sang/');
  await expect(phone.locator('.report-product')).toContainText('Nước mắm Phú Sáng');
  await phone.getByRole('radio', { name: 'Dùng sao OCOP không đúng' }).check();
  await phone.getByLabel('Bạn thấy gì?').fill(WORDS);
  await phone.getByLabel('Ảnh').setInputFiles(await photograph());
  await phone.getByLabel('Điện thoại hoặc thư điện tử').fill('0912 345 678');
  await phone.getByRole('button', { name: 'Gửi phản ánh' }).click();

  await expect(phone.getByRole('alert')).toContainText('Chưa gửi được, còn 1 chỗ cần xem lại.');
  await expect(phone.getByText('Xin đánh dấu đồng ý')).toBeVisible();
  await expect(phone.getByLabel('Bạn thấy gì?')).toHaveValue(WORDS);
  await expect(phone.getByRole('radio', { name: 'Dùng sao OCOP không đúng' })).toBeChecked();
  await expect(phone.getByText('Ảnh bạn chọn vẫn được giữ.')).toBeVisible();
  await phone.getByRole('checkbox').check();
  await phone.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phản ánh của bạn');
  const number = await reference(phone);
  expect(number).toMatch(/^PA-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const receipt = phone.url();

  await page.setViewportSize(PHONE);
  await logIn(page);
  await page.getByRole('link', { name: '1 phản ánh mới chưa ai xem' }).click();
  await fitsAndIsClean(page);
  await page.getByRole('link', { name: 'Chai này in bốn sao' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  await expect(page.getByRole('link', { name: '0912 345 678' })).toHaveAttribute('href', 'tel:0912345678');
  await expect(page.getByRole('img', { name: 'Ảnh gửi kèm phản ánh' })).toHaveJSProperty('complete', true);
  await fitsAndIsClean(page);
  await page.getByRole('button', { name: 'Bắt đầu xem' }).click();
  await phone.goto(receipt);
  await expect(phone.locator('.report-receipt')).toContainText('đang xem');
  await context.close();

  await page.getByText('Ghi kết quả kiểm tra', { exact: true }).click();
  await page.getByLabel('Biên bản').fill('Biên bản kiểm tra số 12/BB-KT');
  await page.getByLabel('Ngày kiểm tra').fill('2026-11-20');
  await page.getByLabel('Kết luận').fill('Nhãn in 4 sao, giấy chứng nhận ghi 3 sao.');
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  const report = page.url();
  await page.getByRole('link', { name: 'Soạn thu hồi sao của Nước mắm Phú Sáng' }).click();
  await expect(page.getByLabel('Nguồn')).toHaveValue('Biên bản kiểm tra số 12/BB-KT ngày 20/11/2026');
  await page.getByLabel('Số quyết định').fill('15/QĐ-UBND');
  await page.getByLabel('Ngày ký').fill('2026-03-02');
  await page.getByLabel('Cơ quan ban hành').fill('UBND tỉnh Hà Tĩnh');
  await page.getByRole('button', { name: 'Xem lại thay đổi' }).click();
  await expect(page.getByRole('button', { name: 'Xác nhận và xuất bản' })).toBeVisible();

  await page.goto(report);
  await expect(page.getByRole('link', { name: 'Thay đổi thu hồi đã soạn từ phản ánh này' })).toBeVisible();
  await page.getByRole('button', { name: 'Đóng', exact: true }).click();
  await page.getByText('Xoá cách liên hệ và ảnh', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Xoá cách liên hệ và ảnh' }).click();
  await expect(page.getByRole('link', { name: '0912 345 678' })).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Ảnh gửi kèm phản ánh' })).toHaveCount(0);
});

test('the form and its answers fit a phone in both languages, and a report in English gets its number', async ({ page, faults }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/phan-anh/');
  await fitsAndIsClean(page);
  await page.goto('/en/products/nuoc-mam-phu-sang/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Report a problem' }).click();
  await page.getByRole('radio', { name: 'Something on this site is wrong' }).check();
  await page.getByLabel('What did you see?').fill('The name of the commune is wrong.');
  await page.getByLabel('Telephone or email').fill('nobody');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByText('This does not look like a telephone number')).toBeVisible();
  await fitsAndIsClean(page);
  await page.getByLabel('Telephone or email').fill('');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report has arrived');
  await fitsAndIsClean(page);
  // The browser notes the answer 422 itself.
  expect(faults.splice(0).filter((fault) => !/422/.test(fault))).toEqual([]);
});
