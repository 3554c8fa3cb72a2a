import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { newTraceCode } from '../../src/domain/trace-code.ts';
import { expect, test as base } from './clean-page.ts';
import { CLERK, fitsAndIsClean, logIn } from './office-journey.ts';
import { startOffice, type OfficeServer } from './office-server.ts';

const PRODUCT = 'nuoc-mam-phu-sang';
const TRACE_CODE = newTraceCode(new Uint8Array([7, 19, 2, 22, 9, 23, 29, 4, 26]));
const PACK = `packs:\n  - sku: ${PRODUCT}-500\n    label: Chai 500 ml\n    traceCode: "${TRACE_CODE}"\n    coveredByDecision: unknown\n    declared:\n      by: HTX Phú Sáng\n      on: 2026-11-01\n`;

/** A site of their own for these journeys; every address of them is on it. */
const test = base.extend<object, { office: OfficeServer }>({
  office: [
    async ({}, use) => {
      const office = await startOffice([CLERK], (contentDir) => appendFileSync(join(contentDir, `products/${PRODUCT}/product.yaml`), PACK));
      await use(office);
      await office.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ office }, use) => use(office.url),
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PHONE = { width: 360, height: 780 };

test('a producer declares a lot on a phone without script, over a link in a message; the office approves it and it is a record', async ({ page, browser, office }) => {
  await page.setViewportSize(PHONE);
  await logIn(page);
  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await page.getByRole('link', { name: 'Liên kết khai lô' }).click();
  await page.getByLabel('Sản phẩm').fill(`Nước mắm Phú Sáng · ${PRODUCT}`);
  await page.getByRole('button', { name: 'Tạo liên kết' }).click();
  const address = /https?:\S+$/.exec(await page.getByLabel('Tin nhắn', { exact: true }).inputValue())?.[0] ?? '';
  await fitsAndIsClean(page);

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN', viewport: PHONE });
  const phone = await context.newPage();
  const sentAlong: string[] = [];
  phone.on('request', (request) => void (request.headers()['referer']?.includes('chu-the-tra-loi') && sentAlong.push(request.url())));
  const answer = await phone.goto(address);
  expect([answer?.headers()['cache-control'], answer?.headers()['x-robots-tag'], answer?.headers()['referrer-policy']]).toEqual(['no-store', 'noindex', 'no-referrer']);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Khai lô hàng: Nước mắm Phú Sáng');
  const code = await phone.getByLabel('Mã lô').inputValue();
  expect(code).toMatch(/^L\d{6}$/);
  await phone.getByLabel('Ngày sản xuất').fill('2026-03-02');
  await phone.getByLabel('Ngày đóng gói').fill('2026-03-10');
  await phone.getByLabel('Hạn sử dụng').fill('2028-03-10');
  await phone.getByLabel('Số lượng').fill('1.200');
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#1f6b45' } }).jpeg().toBuffer();
  await phone.getByLabel('Chọn hoặc chụp ảnh').setInputFiles({ name: 'lo.jpg', mimeType: 'image/jpeg', buffer });
  await phone.getByLabel('Ảnh của chúng tôi').check();
  await phone.getByLabel('Tên nguyên liệu').fill('cá cơm');
  const processing = phone.getByRole('group', { name: 'Chế biến' });
  await processing.getByLabel('Ngày').fill('2026-03-02');
  await processing.getByLabel('Đưa vào, kg').fill('1.500');
  await processing.getByLabel('Ra thành phẩm, kg').fill('1.600');
  await phone.getByLabel('Những điều trên đúng').check();
  await phone.getByRole('button', { name: 'Gửi văn phòng' }).click();

  await expect(phone.getByRole('alert')).toContainText('Chưa gửi được, còn 1 chỗ cần xem lại.');
  await expect(phone.getByText('1600 kg ra từ 1500 kg đưa vào')).toBeVisible();
  await expect(phone.getByLabel('Số lượng')).toHaveValue('1.200');
  await expect(phone.getByText('Ảnh đã chọn vẫn được giữ.')).toBeVisible();
  await processing.getByLabel('Ra thành phẩm, kg').fill('620,5');
  await phone.getByRole('button', { name: 'Gửi văn phòng' }).click();
  await expect(phone.getByRole('status')).toContainText(`Đã nhận lô ${code}`);
  await expect(phone.locator('.letter-sent')).toContainText('chờ văn phòng duyệt');
  expect(sentAlong).toEqual([]);

  await page.goto('/quan-ly/');
  await page.getByRole('link', { name: `Lô ${code}: Nước mắm Phú Sáng` }).click();
  await expect(page.getByText('chủ thể HTX Dịch vụ chế biến hải sản Phú Sáng').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /Ảnh anh-/ })).toBeVisible();
  await fitsAndIsClean(page);
  const file = join(office.contentDir, `lots/${PRODUCT}/${code}.yaml`);
  expect(existsSync(file)).toBe(false);
  await page.getByRole('button', { name: 'Xác nhận và xuất bản' }).click();
  await expect(page.getByText('Đã ghi và xuất bản.')).toBeVisible();
  const record = readFileSync(file, 'utf8');
  expect(record).toContain('declared:\n  by: HTX Dịch vụ chế biến hải sản Phú Sáng\n');
  expect(record).toMatch(/approved:\n {2}by: .+\n {2}on: \d{4}-\d\d-\d\d\n/);
  const published = await page.request.get(`/t/${TRACE_CODE}/10/${code}`);
  expect([published.status(), (await published.text()).includes(code)]).toEqual([200, true]);

  await phone.goto(address);
  await expect(phone.locator('.letter-sent')).toContainText('đã đăng');
  await page.goto('/quan-ly/lien-ket-lo/');
  await page.getByRole('button', { name: 'Đóng' }).click();
  expect((await phone.goto(address))?.status()).toBe(410);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Liên kết không còn dùng');
  await context.close();
});

test('the form fits a phone, and the message is copied by a button', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize(PHONE);
  await logIn(page);
  await page.goto('/quan-ly/lien-ket-lo/');
  await page.getByLabel('Sản phẩm').fill(PRODUCT);
  await page.getByRole('button', { name: 'Tạo liên kết' }).click();
  await page.getByRole('button', { name: 'Chép tin nhắn' }).click();
  await expect(page.getByRole('button', { name: 'Đã chép' })).toBeVisible();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message).toContain('Mời khai lô hàng của Nước mắm Phú Sáng');
  await page.goto(/https?:\S+$/.exec(message)?.[0] ?? '');
  await fitsAndIsClean(page);
});

test('a whole publish is brought back and that is ended again', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await logIn(page);
  const snapshot = async (): Promise<number> => ((await (await page.request.get('/readyz')).json()) as { snapshot: number }).snapshot;
  const before = await snapshot();
  await page.getByRole('link', { name: 'Các lần xuất bản, quay lại bản trước' }).click();
  await fitsAndIsClean(page);
  await page.getByRole('link', { name: /^Quay lại bản số/ }).first().click();
  await fitsAndIsClean(page);
  await page.getByRole('button', { name: /^Quay lại bản số/ }).click();
  await expect(page.getByRole('status')).toContainText('Đã quay lại bản trước.');
  await expect(page.getByRole('heading', { name: /^Trang đang ở bản số/ })).toBeVisible();
  await fitsAndIsClean(page);
  expect(await snapshot()).toBeLessThan(before);
  await page.getByRole('button', { name: 'Xuất bản theo hồ sơ hiện nay' }).click();
  await expect(page.getByRole('status')).toContainText('Đã xuất bản theo hồ sơ hiện nay.');
  await expect(page.getByRole('heading', { name: /^Trang đang ở bản số/ })).toHaveCount(0);
  expect(await snapshot()).toBeGreaterThanOrEqual(before);
});
