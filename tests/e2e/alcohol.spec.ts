import { expect, test } from './clean-page.ts';

const ALCOHOL = '/san-pham/ruou-sim-dat-thom-ke-go/';

test('an alcohol record is open, without price, out of every index', async ({ page, request }) => {
  const answer = await page.goto(ALCOHOL);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText('₫');
  const sitemaps = [...(await (await request.get('/sitemap-index.xml')).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] as string).pathname);
  for (const sitemap of sitemaps) expect(await (await request.get(sitemap)).text()).not.toContain('ruou-sim-dat-thom');
  const { products } = (await (await request.get('/data/catalogue.json')).json()) as { products: { id: string; alcohol?: boolean }[] };
  expect(products.find((product) => ALCOHOL.includes(product.id))?.alcohol).toBe(true);
});

test('no list, search or star page names it; its producer’s page does', async ({ page }) => {
  for (const list of ['/san-pham/?ten=ruou', '/xa/ha-tinh/cam-due/', '/hang-sao/3/', '/nhom/do-uong/', '/tinh/ha-tinh/']) {
    await page.goto(list);
    await expect(page.locator('main')).not.toContainText('Đạt Thơm');
  }
  await page.goto(ALCOHOL);
  await page.locator('.product-title a').first().click();
  await expect(page.locator('main')).toContainText('Rượu sim Đạt Thơm');
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
});
