import { createHmac } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './clean-page.ts';
import { fitsAndIsClean } from './office-journey.ts';
import { startOffice, type OfficeServer } from './office-server.ts';
import { fillCheckout, mailsTo, placeOrder } from './shop-journey.ts';

const SECRET = 'a-secret-of-sepay-for-tests';
const ACCOUNT = '0011012345678';
const SELLER = `
seller:
  name: Hợp tác xã Thử
  taxCode: "0100000000"
  address: Xã Thiên Cầm, Hà Tĩnh
  phone: 0239 000 0000
  email: thu@example.vn
  invoices: sales
  bank: { bin: "970436", bank: Vietcombank, account: "${ACCOUNT}", name: HTX THU }
  legal:
    returns: { vi: Đổi trả trong 7 ngày., en: Returns within 7 days. }
    complaints: { vi: Gọi 0239 000 0000., en: Call 0239 000 0000. }
delivery:
  zones:
    - { id: ca-nuoc, name: { vi: Cả nước }, places: ["*"], baseDong: 30000, perKgDong: 5000, days: { from: 2, to: 4 } }
`;

/** A shop that takes real transfers: a seller, one product with a price, messages of SePay. */
const test = base.extend<object, { shop: OfficeServer }>({
  shop: [
    async ({}, use) => {
      const shop = await startOffice(
        [],
        (contentDir) => {
          appendFileSync(join(contentDir, 'site.yaml'), SELLER);
          appendFileSync(join(contentDir, 'products/nuoc-mam-phu-sang/product.yaml'), '\npacks:\n  - sku: nuoc-mam-phu-sang-500ml\n    label: Chai 500 ml\n    coveredByDecision: unknown\n    declared: { by: Chủ thể, on: 2026-11-01 }\n');
          mkdirSync(join(contentDir, 'offers'), { recursive: true });
          writeFileSync(join(contentDir, 'offers/nuoc-mam-phu-sang.yaml'), 'offers:\n  - sku: nuoc-mam-phu-sang-500ml\n    netQuantity: { amount: 500, unit: ml }\n    priceDong: 85000\n    openingStock: 40\n    weightGrams: 900\n');
        },
        { PRACTICE_MODE: 'off', PAYMENTS: 'sepay', SEPAY_WEBHOOK_SECRET: SECRET },
      );
      await use(shop);
      await shop.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
});
test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 360, height: 780 } });

/** What SePay sends when money arrived. */
async function told(url: string, id: number, content: string, amount: number): Promise<number> {
  const body = JSON.stringify({ id, gateway: 'Vietcombank', transactionDate: '2026-11-28 10:00:00', accountNumber: ACCOUNT, code: null, content, transferType: 'in', transferAmount: amount, accumulated: 0, subAccount: null, referenceCode: `FT${id}` });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  const answer = await fetch(`${url}/api/payments/sepay/webhook`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-sepay-timestamp': timestamp, 'x-sepay-signature': `sha256=${signature}` } });
  return answer.status;
}

test('a transfer by VietQR: the code to scan, the same to copy, a part, then the rest; the page sees the money come', async ({ page, shop }) => {
  await fillCheckout(page, 'vi', 'nuoc-mam-phu-sang', { name: 'Lê Thị Thử', phone: '0912 000 005', email: 'qr-vi@example.vn' }, { script: true });
  await expect(page.getByText('chế độ thử')).toHaveCount(0);
  await page.getByRole('radio', { name: /Chuyển khoản VietQR/ }).check();
  await placeOrder(page, 'vi');
  await expect(page.getByRole('img', { name: /Mã VietQR chuyển 115\.000/ })).toBeVisible();
  await fitsAndIsClean(page);
  const content = (await page.locator('.pay-value').last().textContent()) ?? '';
  expect(content).toMatch(/^OCOP[0-9A-Z]{9}$/);
  const picture = await page.request.get((await page.getByRole('link', { name: 'Lưu ảnh QR' }).getAttribute('href')) as string);
  expect(picture.headers()['content-type']).toBe('image/png');
  expect(await told(shop.url, 1, `MBVCB ${content.toLowerCase()} chuyen tien`, 15_000)).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận một phần tiền');
  await expect(page.locator('.pay')).toContainText('100.000');
  for (let twice = 0; twice < 2; twice += 1) expect(await told(shop.url, 2, content, 100_000)).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận tiền');
  await expect(page.locator('.pay')).toHaveCount(0);
  await fitsAndIsClean(page);
  await mailsTo(shop.dataDir, 'qr-vi@example.vn', 2);
});

test('without script, in English: paid, and seen by reading the page again; a forged message changes nothing', async ({ browser, shop }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: shop.url, viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  await fillCheckout(page, 'en', 'nuoc-mam-phu-sang', { name: 'Cat Example', phone: '+1 212 555 0100', email: 'qr-en@example.com' }, { script: false });
  await page.getByRole('radio', { name: /Bank transfer by VietQR/ }).check();
  await page.getByRole('button', { name: /^(Place the order|Agreed, order) / }).click();
  if (!/orders\/[\w-]{22}/.test(page.url())) await page.getByRole('button', { name: /^Agreed, order / }).click();
  const content = (await page.locator('.pay-value').last().textContent()) ?? '';
  const forged = await fetch(`${shop.url}/api/payments/sepay/webhook`, { method: 'POST', body: '{}', headers: { 'x-sepay-timestamp': '1', 'x-sepay-signature': 'sha256=00' } });
  expect(forged.status).toBe(401);
  await page.getByRole('link', { name: 'See whether it has arrived' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting for your payment');
  expect(await told(shop.url, 3, content, 115_000)).toBe(200);
  await page.getByRole('link', { name: 'See whether it has arrived' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paid');
  await context.close();
});
