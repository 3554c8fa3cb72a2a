import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { readVietQr } from '../../src/server/payments/vietqr/vietqr-text.ts';
import { pictureOf } from '../trace/grey-picture.ts';
import { readCodes } from '../trace/read-codes.ts';
import { expect, test } from './clean-page.ts';

type Method = 'practice' | 'vietqr';
const WORDS = {
  vi: { begin: /Trả thử/, title: 'Thanh toán thử', pay: 'Trả đủ tiền', fail: 'Trả không được', leave: 'Bỏ đi, không trả', waits: 'Chờ bạn trả tiền', paid: 'Đã nhận tiền', pretend: 'Chuyển khoản thử', save: 'Lưu ảnh QR', mark: 'CHẾ ĐỘ THỬ' },
  en: { begin: /practice/i, title: 'Practice payment', pay: 'Pay in full', fail: 'Payment fails', leave: 'Leave without paying', waits: '', paid: '', pretend: '', save: '', mark: 'PRACTICE MODE' },
} as const;

/** An order as a program places it; the page of it is what is looked at here. */
async function placeOrder(request: APIRequestContext, payment: Method, language: 'vi' | 'en'): Promise<string> {
  const order = { lines: [{ sku: 'banh-da-mau-goi-10-cai', quantity: 1 }], buyer: { name: 'Nguyễn Thị Mẫu', phone: '0900000000' }, delivery: { kind: 'pickup', outlet: 'quay-mau' }, payment, language, totalDong: 45_000 };
  const answer = await request.post('/api/orders', { data: order, headers: { 'idempotency-key': randomUUID() } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { url: string }).url;
}

async function fitsAndIsClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 780 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const [head, mark] = await Promise.all([page.locator('.site-head').boundingBox(), page.locator('.practice-mark').boundingBox()]);
    expect((mark?.y ?? 0) - ((head?.y ?? 0) + (head?.height ?? 0)), `the mark stands below the head at ${width}`).toBeGreaterThanOrEqual(0);
  }
  for (const button of await page.getByRole('button').all()) expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
}

for (const language of ['vi', 'en'] as const) {
  test(`practice payment in ${language}: goes wrong, is left, is paid`, async ({ page, request }) => {
    const words = WORDS[language];
    const order = await placeOrder(request, 'practice', language);
    const openPractice = async (): Promise<void> => {
      await page.goto(order);
      await page.locator('a.button[href$="/tra-tien"]').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    };
    await openPractice();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('.practice-mark')).toContainText(words.mark);
    await fitsAndIsClean(page);
    for (const choice of [words.fail, words.leave]) {
      await openPractice();
      await page.getByRole('button', { name: choice }).click();
      await expect(page).toHaveURL(order);
      await expect(page.locator('a.button[href$="/tra-tien"]').first()).toBeVisible();
    }
    await openPractice();
    await page.getByRole('button', { name: words.pay }).click();
    await expect(page).toHaveURL(order);
    await expect(page.locator('a.button[href$="/tra-tien"]')).toHaveCount(0);
    if (words.paid !== '') await expect(page.getByText(words.paid).first()).toBeVisible();
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a transfer: the picture that is kept says what to pay, and pretending it pays the order', async ({ page, request }) => {
    const words = WORDS.vi;
    const order = await placeOrder(request, 'vietqr', 'vi');
    await page.goto(order);
    await expect(page.getByText(words.waits).first()).toBeVisible();
    const picture = await page.getByRole('link', { name: words.save }).getAttribute('href');
    const [symbol] = await readCodes(await pictureOf(await (await request.get(picture as string)).body()));
    const read = readVietQr(symbol?.text ?? '');
    expect(read).toMatchObject({ bin: '999999', account: 'MAU0000000001', amountDong: 45_000 });
    await expect(page.locator('.pay-rows')).toContainText(read?.content as string);
    await page.getByRole('link', { name: words.pretend }).click();
    await page.getByRole('button', { name: words.pay }).click();
    await expect(page).toHaveURL(order);
    await expect(page.getByText(words.paid).first()).toBeVisible();
  });
});
