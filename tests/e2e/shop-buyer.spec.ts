import { expect, test } from './clean-page.ts';
import { fitsAndIsClean } from './office-journey.ts';

const PHONE = { width: 360, height: 780 };
test.use({ viewport: PHONE });

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
