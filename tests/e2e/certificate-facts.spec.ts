import { expect, test } from './clean-page.ts';

test('Phú Sáng fish sauce: four stars by decision 2394, inferred from the press', async ({ page }) => {
  await page.goto('/san-pham/nuoc-mam-phu-sang/');
  const panel = page.locator('.status-panel');
  await expect(panel).toContainText('4 sao, còn hiệu lực');
  await expect(panel).toContainText('2394/QĐ-UBND');
  await expect(panel).toContainText('15/10/2024');
  await expect(panel).toContainText('15/10/2027');
  await expect(panel).toContainText('đối chiếu từ báo, chưa đọc được phụ lục');
  await expect(page.locator('main')).toContainText('Xã Thiên Cầm, Hà Tĩnh');
});

test('the four products of Vĩnh Linh are expired from 15/11/2026', async ({ page }) => {
  await page.goto('/quyet-dinh/vinh-linh-2023-11-14/');
  const addresses = await page.locator('main a[href^="/san-pham/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))]);
  const products = addresses.filter((address) => /^\/san-pham\/[^/]+\/$/.test(address ?? ''));
  expect(products).toHaveLength(4);
  for (const product of products) {
    await page.goto(product as string);
    await expect(page.locator('.status-panel')).toContainText('hết hiệu lực từ 15/11/2026');
    await expect(page.locator('.status-panel')).toContainText('Đây không phải hạn sử dụng');
  }
});

test('Xuyên Hương rice is expired because its source says so', async ({ page }) => {
  await page.goto('/san-pham/gao-xuyen-huong/');
  await expect(page.locator('.status-panel')).toContainText('Nguồn cho biết đến 21/03/2024 sao đã hết hiệu lực');
});

test('Cẩm Duệ names the communes it was made from and lists no alcohol', async ({ page }) => {
  await page.goto('/xa/ha-tinh/cam-due/');
  await expect(page.locator('main')).toContainText('Cẩm Mỹ');
  await expect(page.locator('main')).toContainText('Cẩm Thạch');
  await expect(page.locator('main')).not.toContainText('Rượu');
});

test('Thiên Cầm lists the goods of the former Cẩm Nhượng', async ({ page }) => {
  await page.goto('/xa/ha-tinh/thien-cam/');
  for (const name of ['Nước mắm Thu Hùng', 'Nước mắm Loan Tuệ', 'Cà muối mắm Loan Tuệ']) await expect(page.locator('main')).toContainText(name);
});
