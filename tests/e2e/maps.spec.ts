import { expect, test } from './clean-page.ts';

for (const path of ['/', '/tinh/', '/tinh/ha-tinh/', '/xa/ha-tinh/thien-cam/', '/tinh/da-nang/', '/tinh/khanh-hoa/']) {
  test(`the map on ${path} labels both archipelagos`, async ({ page }) => {
    await page.goto(path);
    const labels = page.locator('.map text');
    await expect(labels.filter({ hasText: /Quần đảo Hoàng Sa\s*\(TP Đà Nẵng\)/ })).toBeVisible();
    await expect(labels.filter({ hasText: /Quần đảo Trường Sa\s*\(tỉnh Khánh Hòa\)/ })).toBeVisible();
  });
}
