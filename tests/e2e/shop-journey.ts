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
  vi: { add: 'Thêm vào giỏ', added: 'Đã thêm vào giỏ.', toCart: 'Xem giỏ hàng', checkout: 'Đặt hàng', name: 'Họ và tên', phone: 'Số điện thoại', email: 'Thư điện tử', province: 'Tỉnh, thành phố', commune: 'Xã, phường, đặc khu', street: 'Số nhà, đường, thôn', order: /^Đặt hàng ·/, agree: /^Đồng ý, đặt /, showCommunes: 'Hiện xã, phường' },
  en: { add: 'Add to cart', added: 'Added to the cart.', toCart: 'See the cart', checkout: 'Check out', name: 'Name', phone: 'Telephone', email: 'Email', province: 'Province or city', commune: 'Commune or ward', street: 'House, street, hamlet', order: /^Place the order ·/, agree: /^Agreed, order /, showCommunes: 'Show communes' },
} as const;
export type ShopLanguage = keyof typeof WORDS;

/** What a buyer puts into the cart, and where it goes. */
export interface Purchase {
  product: string;
  quantity?: number;
  /** The way to pay, as the page names it. */
  pay: RegExp;
  /** Fills in more, or something else, after the address. */
  more?: (page: Page) => Promise<void>;
}

/** From a product's page to the filled-in checkout; the same taps with script and without. */
export async function fillCheckout(page: Page, language: ShopLanguage, { product, quantity = 1, pay, more }: Purchase, buyer: Buyer, { script, step = async () => undefined }: { script: boolean; step?: (name: string) => Promise<void> }): Promise<void> {
  const words = WORDS[language];
  await page.goto(language === 'vi' ? `/san-pham/${product}/` : `/en/products/${product}/`);
  if (quantity > 1) await page.getByRole('spinbutton').first().fill(String(quantity));
  await step('product');
  await page.getByRole('button', { name: words.add }).click();
  if (script) {
    await expect(page.getByText(words.added)).toBeVisible();
    await page.getByRole('link', { name: words.toCart }).click();
  }
  await expect(page.getByRole('link', { name: words.checkout, exact: true })).toBeVisible();
  await step('cart');
  await page.getByRole('link', { name: words.checkout, exact: true }).click();
  await page.getByLabel(words.name, { exact: true }).fill(buyer.name);
  await page.getByLabel(words.phone, { exact: true }).fill(buyer.phone);
  await page.getByLabel(words.email).first().fill(buyer.email);
  await page.getByLabel(words.province, { exact: true }).selectOption('ha-tinh');
  if (!script) await page.getByRole('button', { name: words.showCommunes }).click();
  await page.getByLabel(words.commune, { exact: true }).selectOption({ label: language === 'vi' ? 'Xã Thiên Cầm' : 'Thien Cam commune' });
  await page.getByLabel(words.street).fill('Thôn Mẫu, số 5');
  if (script) await expect(page.locator('[data-part=end] .totals')).toContainText(language === 'vi' ? 'Phí giao hàng' : 'Delivery');
  await page.getByRole('radio', { name: pay }).check();
  await more?.(page);
  await step('checkout');
}

/** Without script the total may change when the address is read: then the buyer is asked, and agrees. */
export async function placeOrder(page: Page, language: ShopLanguage): Promise<void> {
  const ofOrder = /\/(don-hang|orders)\/[\w-]{22}\//;
  await page.getByRole('button', { name: WORDS[language].order }).click();
  await expect(async () => {
    if (ofOrder.test(page.url())) return;
    await page.getByRole('button', { name: WORDS[language].agree }).click({ timeout: 1_000 });
    await page.waitForURL(ofOrder, { timeout: 5_000 });
  }).toPass();
}

/** `DH-000012-3`. */
export async function orderNumber(page: Page): Promise<string> {
  return (await page.locator('.order-number b').first().textContent()) ?? '';
}
