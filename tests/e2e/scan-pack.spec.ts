import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { dayInVietnam } from '../../src/domain/calendar-day.ts';
import { DEFAULT_GRID } from '../../src/trace/labels/label-grid.ts';
import { printLabels } from '../../src/trace/labels/label-job.ts';
import { expect, test } from './clean-page.ts';
import { findBrowser } from './find-browser.ts';

const LOT = '/01/09524000000118/10/NM-261020';

/** The label of a lot as `npm run labels` and the desk make it, for a site at this address. */
async function label(siteUrl: string): Promise<Buffer> {
  const today = dayInVietnam(Date.now());
  const { catalogue } = loadCatalogue({ contentDir: 'content', samples: true, today });
  const product = catalogue?.product('nuoc-mam-cot-mau');
  const lot = catalogue?.lot('nuoc-mam-cot-mau', 'NM-261020');
  const pack = product?.packs.find(({ sku }) => sku === lot?.sku);
  if (catalogue === undefined || product === undefined || pack === undefined) throw new Error('the practice lot is gone');
  const { files } = await printLabels({ catalogue, subjects: [{ product, pack, lot }], grid: DEFAULT_GRID, format: 'png', copies: 1, siteUrl, printedOn: today });
  return Buffer.from(files[0]?.bytes as Uint8Array);
}

/** A label on a table: turned, in poor light, not quite sharp, with a camera's noise of compression. */
async function photographed(png: Buffer, width: number, height: number): Promise<Buffer> {
  const turned = await sharp(png).toColourspace('srgb').resize({ width: Math.round(width * 0.55) }).rotate(9, { background: '#6f665a' }).toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#6f665a' } }).composite([{ input: turned }]).png().toBuffer()
    .then((scene) => sharp(scene).blur(1.2).modulate({ brightness: 0.8 }).jpeg({ quality: 62 }).toBuffer());
}

test('a photograph of a printed label leads to the page of its lot; nothing large is loaded before', async ({ page, baseURL }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/quet-ma/');
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /wasm|reader|lens/.test(path))).toEqual([]);
  await page.getByLabel('Chọn ảnh chụp mã').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await photographed(await label(baseURL as string), 2_400, 1_800) });
  await page.waitForURL(`**${LOT}`);
  await expect(page.locator('body')).toContainText('NM-261020');
  expect(loaded.filter((path) => path.endsWith('.wasm')).every((path) => path.startsWith('/assets/'))).toBe(true);
});

test('the camera reads the label that is held before it', async ({ baseURL }) => {
  const folder = mkdtempSync(join(tmpdir(), 'camera-'));
  try {
    const picture = join(folder, 'label.mjpeg');
    const frame = await photographed(await label(baseURL as string), 1_280, 720);
    writeFileSync(picture, Buffer.concat(Array.from({ length: 20 }, () => frame)));
    const found = await findBrowser();
    const args = [...found.args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${picture}`];
    const browser = await chromium.launch({ executablePath: found.executablePath, args });
    try {
      const page = await browser.newPage({ baseURL: baseURL as string, locale: 'vi-VN' });
      await page.goto('/quet-ma/');
      await page.getByRole('button', { name: 'Bật máy ảnh' }).click();
      await page.waitForURL(`**${LOT}`);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a picture without a code, and one that is none, say so', async ({ page }) => {
  await page.goto('/quet-ma/');
  const file = page.getByLabel('Chọn ảnh chụp mã');
  await file.setInputFiles({ name: 'ban.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#6f665a' } }).jpeg().toBuffer() });
  await expect(page.getByText('Không thấy mã nào trong ảnh')).toBeVisible();
  await file.setInputFiles({ name: 'thu.txt', mimeType: 'text/plain', buffer: Buffer.from('không phải ảnh') });
  await expect(page.getByText('Tệp này không phải ảnh đọc được')).toBeVisible();
});

test('a code of another site is shown and not opened', async ({ page }) => {
  const foreign = await label('https://ocop-mau.example');
  await page.goto('/quet-ma/');
  await page.getByLabel('Chọn ảnh chụp mã').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: await sharp(foreign).extract({ left: 0, top: 0, width: 620, height: 800 }).png().toBuffer() });
  await expect(page.getByRole('heading', { name: 'Mã này dẫn tới trang khác' })).toBeVisible();
  await expect(page).toHaveURL(/\/quet-ma\/$/);
  await expect(page.getByRole('link', { name: 'Vẫn mở ocop-mau.example' })).toHaveAttribute('rel', 'noreferrer noopener nofollow');
  await page.getByRole('link', { name: 'Xem quy cách này trong danh mục' }).click();
  await page.waitForURL('**/01/09524000000118');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a typed number and a typed trace code lead to their packs', async ({ page }) => {
      await page.goto('/quet-ma/');
      await page.getByLabel('Số dưới mã vạch, mã truy vết hoặc địa chỉ in cạnh mã QR').fill('9 524000 000118');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await page.waitForURL('**/01/09524000000118');
      await page.goto('/en/scan/');
      await page.getByLabel(/Number below the bars/).fill('4fa5x l43fw');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.waitForURL('**/t/4FA5X143FW?lang=en');
    });

    test('a number from abroad is explained, and the search by name is at hand', async ({ page }) => {
      await page.goto('/quet-ma/');
      await page.getByLabel(/Số dưới mã vạch/).fill('6901234567892');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Mã vạch 6901234567892 không có trong danh mục' })).toBeVisible();
      await expect(page.getByText('không phải đầu số 893 của Việt Nam')).toBeVisible();
      await page.locator('.scan-ways').getByLabel('Tìm sản phẩm, chủ thể, xã, tỉnh').fill('nuoc mam');
      await page.locator('.scan-ways').getByRole('button', { name: 'Tìm', exact: true }).click();
      await page.waitForURL('**/tim-kiem/?q=nuoc+mam');
    });
  });
}

test('only this page may use the camera and compile a reader', async ({ request }) => {
  const [scan, answered, home] = await Promise.all(['/quet-ma/', '/en/scan/?code=123', '/'].map((path) => request.get(path)));
  for (const page of [scan, answered]) {
    expect(page?.headers()['permissions-policy']).toContain('camera=(self)');
    expect(page?.headers()['permissions-policy']).toContain('geolocation=()');
    expect(page?.headers()['content-security-policy']).toContain("'wasm-unsafe-eval'");
  }
  expect(home?.headers()['permissions-policy']).toContain('camera=()');
  expect(home?.headers()['content-security-policy']).not.toContain('unsafe');
});

test('the page is accessible and fits a phone, in both schemes, with an answer and without', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ['/quet-ma/', '/quet-ma/?ma=6901234567892', '/en/scan/?code=https://shop.example/x']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
