import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './clean-page.ts';
import { CLERK, fitsAndIsClean, logIn } from './office-journey.ts';
import { startOffice, type OfficeServer } from './office-server.ts';

const PRODUCT = 'nuoc-mam-phu-sang';
const REPORT = readFileSync(join(import.meta.dirname, '../fixtures/content/samples/lots/mat-ong-mau/MO-2603/bien-ban.pdf'));

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

/** From the page that shows what would change to the published site. */
async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem lại thay đổi' }).click();
  await page.getByRole('button', { name: 'Xác nhận và xuất bản' }).click();
  await expect(page.getByText('Đã ghi và xuất bản.')).toBeVisible();
}

const record = (office: OfficeServer, path: string): string => readFileSync(join(office.contentDir, path), 'utf8');

test('a clerk on a phone gives a pack its code, declares a lot with its journey and paper, and recalls it', async ({ page, office, faults }) => {
  await page.setViewportSize(PHONE);
  await logIn(page);
  await page.goto(`/quan-ly/ho-so/san-pham/${PRODUCT}/`);
  await fitsAndIsClean(page);
  const pack = page.getByRole('group', { name: 'Thêm quy cách' });
  await pack.getByLabel('Tên gọi').fill('Chai 500 ml');
  await confirm(page);
  const code = /traceCode: "?(\w{10})/.exec(record(office, `products/${PRODUCT}/product.yaml`))?.[1] ?? '';

  await page.goto(`/quan-ly/ho-so/san-pham/${PRODUCT}/`);
  await expect(page.getByText(`Mã truy vết: ${code.slice(0, 5)}-${code.slice(5)}`)).toBeVisible();
  await page.getByRole('link', { name: 'Thêm lô' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thêm lô: Nước mắm Phú Sáng');
  await page.getByLabel('Mã lô (bắt buộc)').fill('nm-2609');
  await page.getByLabel('Ngày sản xuất').fill('01/09/2026');
  await page.getByLabel('Ngày đóng gói').fill('20/09/2026');
  await page.getByLabel('Hạn sử dụng').fill('20/09/2028');
  await page.getByLabel('Số lượng', { exact: true }).fill('1.200');
  await page.getByText('Thêm: Sơ chế, chế biến').click();
  const processing = page.getByRole('group', { name: 'Thêm: Sơ chế, chế biến' });
  await processing.getByLabel('Ngày').fill('2026-09-01');
  await processing.getByLabel('Đưa vào').fill('Cá cơm; 900\nMuối; 300');
  await processing.getByLabel('Ra thành phẩm').fill('1.300');
  await fitsAndIsClean(page);
  await page.getByRole('button', { name: 'Xem lại thay đổi' }).click();
  await expect(page.getByRole('alert')).toContainText('Công đoạn 1 (Sơ chế, chế biến), ra thành phẩm: 1300 kg ra từ 1200 kg đưa vào');
  expect(faults.splice(0)).toEqual([expect.stringContaining('422')]);
  await fitsAndIsClean(page);

  await page.getByText('Sơ chế, chế biến, 01/09/2026').click();
  await page.getByRole('group', { name: 'Sơ chế, chế biến, 01/09/2026' }).getByLabel('Ra thành phẩm').fill('700');
  await confirm(page);
  expect(record(office, `lots/${PRODUCT}/NM-2609.yaml`)).toContain('quantity: 1200\nsteps:\n  - kind: processing\n    on: 2026-09-01\n    inputs:\n      - material: Cá cơm\n        kg: 900\n      - material: Muối\n        kg: 300\n    outputKg: 700\n');

  await page.goto(`/quan-ly/ho-so/san-pham/${PRODUCT}/`);
  await page.getByRole('link', { name: 'Lô NM-2609' }).click();
  await page.getByRole('link', { name: 'Thêm giấy tờ' }).click();
  await fitsAndIsClean(page);
  await page.getByLabel('Tệp').setInputFiles({ name: 'Phiếu.pdf', mimeType: 'application/pdf', buffer: REPORT });
  await page.getByLabel('Tên giấy tờ').fill('Phiếu kết quả kiểm nghiệm');
  await page.getByLabel('Chủ thể đã cho phép').check();
  await confirm(page);
  const lot = await page.request.get(`/t/${code}/10/NM-2609`);
  expect(lot.status()).toBe(200);
  const address = /\/media\/document\/[0-9a-f]{64}\.pdf/.exec(await lot.text())?.[0] ?? 'no document on the page';
  const document = await page.request.get(address);
  expect([document.status(), document.headers()['content-type'], document.headers()['content-disposition']]).toEqual([200, 'application/pdf', 'inline']);
  expect(await document.body()).toEqual(REPORT);

  await page.goto(`/quan-ly/ho-so/san-pham/${PRODUCT}/lo/NM-2609/`);
  await page.getByRole('link', { name: 'Thu hồi lô' }).click();
  await fitsAndIsClean(page);
  await page.getByLabel('Lý do', { exact: true }).fill('Nhãn in sai hạn sử dụng.');
  await page.getByLabel('Người đã mua cần làm gì').fill('Mang lại nơi đã mua để đổi.');
  await confirm(page);
  await page.goto(`/t/${code}/10/NM-2609`);
  await expect(page.getByText('Nhãn in sai hạn sử dụng.')).toBeVisible();
});

test('a lot is declared and its declaration undone without any script', async ({ browser, office }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN', viewport: PHONE, baseURL: office.url });
  const page = await context.newPage();
  await logIn(page);
  await page.goto(`/quan-ly/ho-so/san-pham/${PRODUCT}/lo-moi/`);
  await page.getByLabel('Mã lô (bắt buộc)').fill('NM-2610');
  await page.getByText('Thêm: Đóng gói').click();
  const packing = page.getByRole('group', { name: 'Thêm: Đóng gói' });
  await packing.getByLabel('Ngày').fill('2026-10-02');
  await packing.getByLabel('Số lượng đóng gói').fill('300');
  await confirm(page);
  expect(record(office, `lots/${PRODUCT}/NM-2610.yaml`)).toContain('steps:\n  - kind: packing\n    on: 2026-10-02\n    packs: 300\n');
  await page.getByText('Hoàn tác', { exact: true }).click();
  await page.getByRole('button', { name: 'Hoàn tác và xuất bản' }).click();
  await expect(page.getByText('đã hoàn tác').first()).toBeVisible();
  expect(() => record(office, `lots/${PRODUCT}/NM-2610.yaml`)).toThrow('ENOENT');
  await context.close();
});
