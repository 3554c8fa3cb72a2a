import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './clean-page.ts';

/** What a buyer types. */
export interface Buyer {
  name: string;
  phone: string;
  email: string;
}

/** Nobody who ordered before: the shop of all journeys keeps its orders. */
export function someone(name: string, mail: string): Buyer {
  const now = Date.now();
  return { name, phone: `09${String(now % 100_000_000).padStart(8, '0')}`, email: `${mail}-${now}@example.vn` };
}

export const WORDS = {
  vi: { add: 'Thêm vào giỏ', added: 'Đã thêm vào giỏ.', toCart: 'Xem giỏ hàng', checkout: 'Đặt hàng', name: 'Họ và tên', phone: 'Số điện thoại', email: 'Thư điện tử', province: 'Tỉnh, thành phố', commune: 'Xã, phường, đặc khu', street: 'Số nhà, đường, thôn', order: /^Đặt hàng ·/, showCommunes: 'Hiện xã, phường' },
  en: { add: 'Add to cart', added: 'Added to the cart.', toCart: 'See the cart', checkout: 'Check out', name: 'Name', phone: 'Telephone', email: 'Email', province: 'Province or city', commune: 'Commune or ward', street: 'House, street, hamlet', order: /^Place the order ·/, showCommunes: 'Show communes' },
} as const;
export type ShopLanguage = keyof typeof WORDS;

/** From a product's page to the filled-in checkout; the same taps with script and without. */
export async function fillCheckout(page: Page, language: ShopLanguage, product: string, buyer: Buyer, { script }: { script: boolean }): Promise<void> {
  const words = WORDS[language];
  await page.goto(language === 'vi' ? `/san-pham/${product}/` : `/en/products/${product}/`);
  await page.getByRole('button', { name: words.add }).click();
  if (script) {
    await expect(page.getByText(words.added)).toBeVisible();
    await page.getByRole('link', { name: words.toCart }).click();
  }
  await page.getByRole('link', { name: words.checkout, exact: true }).click();
  await page.getByLabel(words.name, { exact: true }).fill(buyer.name);
  await page.getByLabel(words.phone, { exact: true }).fill(buyer.phone);
  await page.getByLabel(words.email).first().fill(buyer.email);
  await page.getByLabel(words.province, { exact: true }).selectOption('ha-tinh');
  if (!script) await page.getByRole('button', { name: words.showCommunes }).click();
  await page.getByLabel(words.commune, { exact: true }).selectOption({ label: language === 'vi' ? 'Xã Thiên Cầm' : 'Thien Cam commune' });
  await page.getByLabel(words.street).fill('Thôn Mẫu, số 5');
  if (script) await expect(page.locator('[data-part=end] .totals')).toContainText(language === 'vi' ? 'Phí giao hàng' : 'Delivery');
}

export async function placeOrder(page: Page, language: ShopLanguage): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].order }).click();
  await page.waitForURL(/\/(don-hang|orders)\/[\w-]{22}\//);
}

/** Mails to an address, as they lie in the folder that stands for the network, long lines joined. */
export async function mailsTo(dataDir: string, address: string, count: number): Promise<string[]> {
  const found = (): string[] => {
    const folder = join(dataDir, 'mail');
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, '')).filter((text) => text.includes(address));
  };
  await expect.poll(() => (existsSync(join(dataDir, 'mail')) ? found().length : 0)).toBeGreaterThanOrEqual(count);
  return found();
}
