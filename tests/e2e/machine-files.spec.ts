import { expect, test } from './clean-page.ts';

interface Entry {
  id: string;
  sample?: boolean;
  certificate?: { validUntil?: string; decision?: string; stars?: number };
}

test('catalogue.json holds the 295 products, and those valid today are what the decisions allow', async ({ request, page }) => {
  const { products, asOf } = (await (await request.get('/data/catalogue.json')).json()) as { products: Entry[]; asOf: string };
  const real = products.filter((product) => product.sample !== true);
  expect(real).toHaveLength(295);
  const held = real.filter((product) => (product.certificate?.validUntil ?? '') >= asOf);
  await page.goto('/');
  await expect(page.locator('main')).toContainText(`${held.length} sản phẩm có quyết định còn trong thời hạn`);
  expect(held.length).toBeLessThanOrEqual(16);
});

test('JSON-LD on a product page is valid JSON and names its certification while it is held', async ({ page }) => {
  await page.goto('/san-pham/nuoc-mam-phu-sang/');
  const blocks = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text) as Record<string, unknown>);
  expect(blocks.map((block) => block['@type']).sort()).toEqual(['BreadcrumbList', 'Organization', 'Product']);
  const product = blocks.find((block) => block['@type'] === 'Product') as { hasCertification: Record<string, unknown>; offers?: unknown };
  expect(product.hasCertification['certificationIdentification']).toBe('2394/QĐ-UBND');
  expect(product.hasCertification['expires']).toBe('2027-10-15');
  expect(product.offers).toBeUndefined();
});

test('unknown addresses answer 404 with a page of the site', async ({ page, faults }) => {
  const answer = await page.goto('/san-pham/khong-co/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Không có trang này');
  expect(faults.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('share images are pictures of the right size', async ({ request }) => {
  const answer = await request.get('/media/share/products/nuoc-mam-phu-sang.vi.png');
  expect(answer.headers()['content-type']).toBe('image/png');
  const body = await answer.body();
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('products.csv opens in a spreadsheet with Vietnamese headers', async ({ request }) => {
  const text = await (await request.get('/data/products.csv')).text();
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(295);
});
