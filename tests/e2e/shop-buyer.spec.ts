import { fileURLToPath } from 'node:url';
import { expect, test } from './clean-page.ts';
import { fitsAndIsClean } from './office-journey.ts';
import { fillCheckout, mailsTo, placeOrder, someone } from './shop-journey.ts';

/** The practice shop of the site that all journeys share; see playwright.config.ts. */
const DATA_DIR = fileURLToPath(new URL('../../var/e2e', import.meta.url));
const PHONE = { width: 360, height: 780 };
test.use({ viewport: PHONE });

test('cash on delivery, in Vietnamese, on a phone: faults at their fields, an old address, the order and its mail', async ({ page, faults }) => {
  const buyer = someone('Nguyễn Thị Mẫu', 'cod-vi');
  await fillCheckout(page, 'vi', 'nuoc-mam-cot-mau', buyer, { script: true });
  await fitsAndIsClean(page);
  await page.getByLabel('Số điện thoại', { exact: true }).fill('12');
  await page.getByText('Chỉ biết tên cũ?').click();
  await page.getByLabel('Tên xã, phường cũ').fill('Phường Đại Nài');
  await page.getByRole('button', { name: /^Đặt hàng ·/ }).click();
  await expect(page.getByRole('alert')).toContainText('Những gì bạn đã điền vẫn còn nguyên.');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Mẫu');
  await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await fitsAndIsClean(page);
  await page.getByLabel('Số điện thoại', { exact: true }).fill(buyer.phone);
  await page.getByRole('radio', { name: 'Phường Hà Huy Tập' }).check();
  await placeOrder(page, 'vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chờ người bán gọi xác nhận');
  await expect(page.locator('.receipt')).toContainText('Phường Hà Huy Tập');
  await expect(page.locator('.receipt')).toContainText('dữ liệu minh hoạ');
  await fitsAndIsClean(page);
  const [mail = ''] = await mailsTo(DATA_DIR, buyer.email, 1);
  expect(mail).toMatch(/Subject:/);
  expect(mail).toContain(new URL(page.url()).pathname);

  await page.goBack();
  await expect(page.locator('.receipt')).toHaveCount(0);
  await page.goto('/gio-hang/');
  await expect(page.getByText('Giỏ đang trống.')).toBeVisible();
  // The browser notes the answer 422 itself.
  expect(faults.splice(0).filter((fault) => !/422/.test(fault))).toEqual([]);
});

test('cash on delivery, in English, without script: to a hotel, cancelled on the order page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL as string, viewport: PHONE });
  const page = await context.newPage();
  const buyer = someone('Ann Example', 'cod-en');
  await fillCheckout(page, 'en', 'khan-lua-mau', { ...buyer, phone: `+44 20 ${buyer.phone.slice(2)}` }, { script: false });
  await page.getByRole('radio', { name: 'To a hotel' }).check();
  await page.getByRole('button', { name: /^Place the order ·/ }).click();
  // The total was that of a page that did not know the address yet: the buyer is asked, and a hotel without a name is told of first.
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Name of the hotel').fill('Khách sạn Mẫu');
  await page.getByRole('button', { name: /^(Place the order|Agreed, order) / }).click();
  if (!/orders\/[\w-]{22}/.test(page.url())) await page.getByRole('button', { name: /^Agreed, order / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The seller will call to confirm');
  await expect(page.locator('.receipt')).toContainText('Khách sạn Mẫu');
  await page.getByText('Cancel the order', { exact: true }).click();
  await page.getByRole('button', { name: 'Cancel this order' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cancelled');
  await mailsTo(DATA_DIR, buyer.email, 2);
  await context.close();
});

test('practice payment: left, failed, then paid; the page of the order learns of it by itself', async ({ page }) => {
  const buyer = someone('Trần Văn Mẫu', 'thu-vi');
  await fillCheckout(page, 'vi', 'che-shan-mau', buyer, { script: true });
  await page.getByRole('radio', { name: /Trả tiền thử/ }).check();
  await placeOrder(page, 'vi');
  const order = page.url().split('?')[0] as string;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chờ bạn trả tiền');
  await fitsAndIsClean(page);
  for (const choice of ['bo', 'hong']) {
    await page.getByRole('link', { name: /^Trả thử/ }).click();
    await expect(page.getByText('chế độ thử', { exact: false }).first()).toBeVisible();
    await page.locator(`button[value=${choice}]`).click();
    await page.waitForURL(/don-hang/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chờ bạn trả tiền');
  }
  const other = await page.context().newPage();
  await other.goto(order);
  await other.getByRole('link', { name: /^Trả thử/ }).click();
  await other.locator('button[value=tra]').click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Đã nhận tiền');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận tiền');
  await mailsTo(DATA_DIR, buyer.email, 2);
});

test('practice payment in English without script ends on the order, which is read again by hand', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL as string, viewport: PHONE });
  const page = await context.newPage();
  await fillCheckout(page, 'en', 'mien-dong-mau', someone('Ben Example', 'thu-en'), { script: false });
  await page.getByRole('radio', { name: /Practice payment/ }).check();
  await page.getByRole('button', { name: /^(Place the order|Agreed, order) / }).click();
  if (!/orders\/[\w-]{22}/.test(page.url())) await page.getByRole('button', { name: /^Agreed, order / }).click();
  await page.getByRole('link', { name: /^Try to pay/ }).click();
  await page.locator('button[value=tra]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paid');
  await context.close();
});

test('two tabs share one cart; what is sold out between is said before anything is ordered', async ({ page, baseURL }) => {
  await page.goto('/san-pham/binh-gom-mau/');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(page.getByText('Đã thêm vào giỏ.')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/gio-hang/');
  await expect(other.locator('.shop-head')).toContainText('1 món');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(other.locator('.shop-head')).toContainText('2 món');
  await expect(other.getByRole('link', { name: 'Giỏ hàng, 2 món' })).toBeVisible();
  await fitsAndIsClean(other);
  await other.getByRole('link', { name: 'Đặt hàng', exact: true }).click();
  const sku = await page.locator('[name=quy-cach]').first().inputValue();
  const priced = await page.request.post('/api/cart/price', { data: { lines: [{ sku, quantity: 9_999 }] } });
  const { left } = ((await priced.json()) as { lines: { fault: { left: number } }[] }).lines[0]!.fault;
  const all = ((await (await page.request.post('/api/cart/price', { data: { lines: [{ sku, quantity: left }], province: 'ha-tinh' } })).json()) as { totals: { totalDong: number } }).totals;
  const taken = await page.request.post('/api/orders', {
    headers: { 'idempotency-key': `ban-het-${Date.now()}-0000`, origin: baseURL as string },
    data: { lines: [{ sku, quantity: left }], buyer: { name: 'Người Khác', phone: '0912000009' }, delivery: { kind: 'home', province: 'Hà Tĩnh', commune: 'Thiên Cầm', street: 'Thôn 1' }, payment: 'vietqr', language: 'vi', totalDong: all.totalDong },
  });
  expect(taken.status(), await taken.text()).toBe(201);
  await other.goto('/gio-hang/');
  await expect(other.getByText('Vừa hết hàng.')).toBeVisible();
  await expect(other.getByRole('link', { name: 'Đặt hàng', exact: true })).toHaveCount(0);
  await fitsAndIsClean(other);
  await page.goto('/san-pham/binh-gom-mau/');
  await page.locator('.buy').hover();
  await page.getByRole('button', { name: 'Thêm một' }).click();
  await expect(page.locator('.buy')).toContainText('hết hàng');
  const { url } = (await taken.json()) as { url: string };
  await other.goto(new URL(url).pathname);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Chờ bạn trả tiền');
  await other.getByText('Huỷ đơn', { exact: true }).click();
  await other.getByRole('button', { name: 'Huỷ đơn này' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Đơn đã huỷ');
});

test('the page that finds an order again says the same to everybody', async ({ page }) => {
  await page.goto('/don-hang/');
  await fitsAndIsClean(page);
  await page.getByLabel('Số đơn').fill('DH-000001-2');
  await page.getByLabel('Số điện thoại').fill('0987 654 321');
  await page.getByRole('button', { name: 'Gửi lại liên kết' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nhận yêu cầu' })).toBeVisible();
  await fitsAndIsClean(page);
});
