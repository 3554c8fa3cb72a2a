import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { openDatabase } from '../../src/server/db/open-database.ts';
import { openOrderTokens } from '../../src/server/orders/order-key-file.ts';
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
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ office }, use) => use(office.url),
});

test.describe.configure({ mode: 'default', timeout: 180_000 });

const PHONE = { width: 360, height: 780 };
const MAM = 'nuoc-mam-cot-mau-chai-500ml';

/** A buyer's order of two bottles; gives back its number. */
async function place(page: Page, office: OfficeServer, payment: 'cod' | 'practice' = 'cod'): Promise<string> {
  const order = (totalDong: number) => page.request.post(`${office.url}/api/orders`, {
    headers: { 'idempotency-key': randomUUID() },
    data: { lines: [{ sku: MAM, quantity: 2 }], buyer: { name: 'Nguyễn Thị Mẫu', phone: '0905 000 111', email: 'mau@ocop.example' }, delivery: { kind: 'home', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: 'Thôn Mẫu' }, payment, language: 'vi', totalDong },
  });
  const answer = await order(214_000);
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}

/** The link that the office sends. */
async function linkOf(office: OfficeServer, number: string): Promise<string> {
  const db = await openDatabase({ dataDir: office.dataDir }, Date.now);
  const { id } = await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirstOrThrow();
  await db.destroy();
  return `/chu-the-tra-loi/${(await openOrderTokens(office.dataDir)).ofProducer(id, 'htx-mau')}/`;
}

/** The producer's telephone: no login, no script. */
async function producer(browser: Browser, office: OfficeServer): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN', viewport: PHONE, baseURL: office.url });
  return context.newPage();
}

test('a new order is confirmed, taken and sent by the producer with two taps, delivered, and stands in the statement', async ({ page, office, browser }) => {
  await page.setViewportSize(PHONE);
  const number = await place(page, office);
  await logIn(page);
  await page.getByRole('link', { name: '1 đơn hàng cần làm' }).click();
  await fitsAndIsClean(page);
  await page.getByRole('rowheader').getByRole('link').click();
  await expect(page.getByText('dữ liệu minh hoạ').first()).toBeVisible();
  await fitsAndIsClean(page);
  await page.getByRole('button', { name: 'Xác nhận đơn' }).click();
  await expect(page.locator('.page-head').getByText('đã xác nhận')).toBeVisible();
  const link = await linkOf(office, number);
  expect(await page.getByLabel('Tin nhắn cho HTX Mẫu').inputValue()).toContain(link);

  const phone = await producer(browser, office);
  await phone.goto(link);
  await expect(phone.getByText('Dữ liệu minh hoạ: không phải đơn thật')).toBeVisible();
  await expect(phone.getByText('Thu khi giao: 214.000')).toBeVisible();
  await phone.getByRole('button', { name: 'Nhận đơn' }).click();
  await expect(phone.getByRole('status')).toHaveText('Đã nhận đơn.');
  await phone.getByLabel('Mã vận đơn').fill('vtp123');
  await phone.getByRole('button', { name: 'Báo đã gửi' }).click();
  await expect(phone.getByRole('status')).toContainText('Đã báo là đã gửi');
  await phone.context().close();
  await page.goto(link);
  await fitsAndIsClean(page);

  await page.goto(`/quan-ly/don-hang/${number}/`);
  await expect(page.getByText('VTP123')).toBeVisible();
  await page.getByRole('button', { name: 'Đã giao tới' }).click();
  await expect(page.locator('.page-head').getByText('đã giao')).toBeVisible();
  await page.goto('/quan-ly/doi-soat/');
  await expect(page.getByRole('row', { name: /HTX Mẫu/ })).toContainText('190.000');
  await fitsAndIsClean(page);
});

test('goods run out: a task, the order cancelled, the money back, marked by the clerk', async ({ page, office, browser }) => {
  await page.setViewportSize(PHONE);
  const number = await place(page, office, 'practice');
  const db = await openDatabase({ dataDir: office.dataDir }, Date.now);
  const { id } = await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirstOrThrow();
  await db.destroy();
  await pay(page, office, id);
  const phone = await producer(browser, office);
  await phone.goto(await linkOf(office, number));
  await phone.getByText('Hết hàng', { exact: true }).click();
  await phone.getByRole('button', { name: 'Báo hết hàng' }).click();
  await expect(phone.getByRole('status')).toContainText('Đã báo hết hàng');
  await phone.context().close();

  await logIn(page);
  await page.goto(`/quan-ly/don-hang/${number}/`);
  await expect(page.getByRole('heading', { name: 'Chủ thể hết hàng' })).toBeVisible();
  await fitsAndIsClean(page);
  await page.getByText('Huỷ đơn', { exact: true }).click();
  await page.getByLabel('Lý do').fill('chủ thể hết hàng');
  await page.getByRole('button', { name: 'Huỷ đơn này' }).click();
  await expect(page.locator('.page-head').getByText('chờ hoàn tiền')).toBeVisible();
  await page.goto('/quan-ly/thu-tien/');
  await fitsAndIsClean(page);
  await page.getByLabel('Số bút toán').fill('FT2611280001');
  await page.getByRole('button', { name: /^Đã hoàn/ }).click();
  await expect(page.getByText('Không có khoản nào phải hoàn.')).toBeVisible();
  await page.goto(`/quan-ly/don-hang/${number}/`);
  await expect(page.locator('.page-head').getByText('đã hoàn tiền')).toBeVisible();
});

/** The practice page, as the buyer would press it. */
async function pay(page: Page, office: OfficeServer, orderId: string): Promise<void> {
  await page.goto(`/don-hang/${(await openOrderTokens(office.dataDir)).ofOrder(orderId)}/`);
  await page.getByRole('button', { name: /^Trả thử/ }).or(page.getByRole('link', { name: /^Trả thử/ })).first().click();
  await page.locator('button[value="tra"]').click();
  await page.waitForURL(/\/don-hang\//);
}

test('stock is counted again with a reason, a statement is read, money without an order is put aside', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await logIn(page);
  await page.goto('/quan-ly/kho/');
  await fitsAndIsClean(page);
  const row = page.locator(`#h-${MAM}`);
  await row.getByText('Sửa số').click();
  await row.getByLabel('Đếm được trong kho').fill('150');
  await row.getByLabel('Lý do').fill('đếm lại');
  await row.getByRole('button', { name: 'Ghi số mới' }).click();
  await expect(page.getByText('Đã ghi số mới.')).toBeVisible();

  await page.goto('/quan-ly/thu-tien/');
  const csv = 'Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT1;CHUYEN TIEN;50.000;\n';
  await page.getByLabel('Tệp sao kê').setInputFiles({ name: 'sao-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Đọc sao kê' }).click();
  await expect(page.getByText('Không tìm thấy mã đơn trong nội dung chuyển khoản.')).toBeVisible();
  await fitsAndIsClean(page);
  const review = page.getByRole('region', { name: 'Cần xem (1)' });
  await review.getByLabel('Đã xử lý thế nào').fill('tiền của việc khác');
  await review.getByRole('button', { name: 'Xong việc này' }).click();
  await expect(page.getByText('Không có khoản tiền nào cần xem.')).toBeVisible();
  for (const path of ['ma-giam-gia', 'thu']) {
    await page.goto(`/quan-ly/${path}/`);
    await fitsAndIsClean(page);
  }
});
