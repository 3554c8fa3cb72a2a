import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { translator } from '../../src/i18n/translate.ts';
import { readVietQr } from '../../src/server/payments/vietqr/vietqr-text.ts';
import { FakeStripe, STRIPE_KEY, STRIPE_WEBHOOK_SECRET } from '../server/payments/stripe/fake-stripe.ts';
import { HostedCheckout } from '../server/payments/stripe/hosted-checkout.ts';
import { SECRETS, sepayMessage } from '../server/payments/webhooks/signed-messages.ts';
import { pictureOf } from '../trace/grey-picture.ts';
import { readCodes } from '../trace/read-codes.ts';
import { expect, test as base } from './clean-page.ts';
import { CLERK, logIn } from './office-journey.ts';
import { startOffice } from './office-server.ts';
import { PHONE } from './order-walk/look.ts';
import { mailServer } from './order-walk/mailbox.ts';
import { toTheDoor } from './order-walk/to-the-door.ts';
import { walkThrough, type Shop, type Walk } from './order-walk/walk.ts';
import { fillCheckout, orderNumber, placeOrder } from './shop-journey.ts';

const ACCOUNT = '0011012345678';
const PRODUCER = { producer: 'HTX Dịch vụ chế biến hải sản Phú Sáng', producerMail: 'chu-the@example.vn' };
const SELLER = `
seller:
  name: Hợp tác xã Thử
  taxCode: "0100000000"
  address: Xã Thiên Cầm, Hà Tĩnh
  phone: 0239 000 0000
  email: thu@example.vn
  invoices: sales
  bank: { bin: "970436", bank: Vietcombank, account: "${ACCOUNT}", name: HTX THU }
  legal:
    returns: { vi: Đổi trả trong 7 ngày., en: Returns within 7 days. }
    complaints: { vi: Gọi 0239 000 0000., en: Call 0239 000 0000. }
delivery:
  zones:
    - { id: ca-nuoc, name: { vi: Cả nước }, places: ["*"], baseDong: 30000, perKgDong: 5000, days: { from: 2, to: 4 } }
`;

/** A seller, one product with a price, a producer with a mail address. */
function sellOne(contentDir: string): void {
  appendFileSync(join(contentDir, 'site.yaml'), SELLER);
  appendFileSync(join(contentDir, 'producers/htx-dich-vu-che-bien-hai-san-phu-sang.yaml'), `\norders:\n  email: ${PRODUCER.producerMail}\n`);
  appendFileSync(join(contentDir, 'products/nuoc-mam-phu-sang/product.yaml'), '\npacks:\n  - sku: nuoc-mam-phu-sang-500ml\n    label: Chai 500 ml\n    coveredByDecision: unknown\n    declared: { by: Chủ thể, on: 2026-11-01 }\n');
  mkdirSync(join(contentDir, 'offers'), { recursive: true });
  writeFileSync(join(contentDir, 'offers/nuoc-mam-phu-sang.yaml'), 'offers:\n  - sku: nuoc-mam-phu-sang-500ml\n    netQuantity: { amount: 500, unit: ml }\n    priceDong: 85000\n    openingStock: 40\n    weightGrams: 900\n');
}

interface RealShop extends Shop {
  cards: HostedCheckout;
  stripe: FakeStripe;
}

/** A shop that takes real money: transfers told of by SePay or found in a statement, cards at an imitation of Stripe; mail by SMTP. */
const test = base.extend<object, { shop: RealShop }>({
  shop: [
    async ({ browser }, use) => {
      const stripe = new FakeStripe();
      const mailbox = await mailServer();
      const office = await startOffice([CLERK], sellOne, {
        PRACTICE_MODE: 'off',
        PAYMENTS: 'sepay,stripe',
        SEPAY_WEBHOOK_SECRET: SECRETS.sepay,
        STRIPE_SECRET_KEY: STRIPE_KEY,
        STRIPE_WEBHOOK_SECRET,
        STRIPE_ENTITY: 'Mẫu Pte. Ltd. (Singapore)',
        STRIPE_API_URL: await stripe.listen(),
        SMTP_URL: mailbox.url,
        MAIL_FROM: 'OCOP <ocop@example.vn>',
      });
      const cards = new HostedCheckout(stripe, `${office.url}/api/payments/stripe/webhook`);
      await cards.listen();
      const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE, baseURL: office.url });
      const clerk = await context.newPage();
      await logIn(clerk);
      await use({ browser, office, clerk, mailbox, stripe, cards, others: [stripe.pagesAt] });
      await context.close();
      await office.stop();
      await mailbox.close();
      await cards.close();
      await stripe.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.office.url),
});
test.describe.configure({ mode: 'default', timeout: 180_000 });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const TRANSFER = /Chuyển khoản VietQR|Bank transfer by VietQR/;
const CARD = /Thẻ quốc tế|Credit or debit card/;

async function order({ page, language, buyer, script, step }: Walk, pay: RegExp): Promise<string> {
  await fillCheckout(page, language, { product: 'nuoc-mam-phu-sang', pay }, buyer, { script, step });
  await expect(page.getByText('chế độ thử')).toHaveCount(0);
  await placeOrder(page, language);
  await expect(heading(page)).toHaveText(translator(language)('order.state.awaiting-payment'));
  await step('order');
  return orderNumber(page);
}

/** With script the page notices by itself; without, its reader asks. */
async function comes({ page, language, script }: Walk, title: 'awaiting-payment' | 'part-paid' | 'paid'): Promise<void> {
  const t = translator(language);
  if (!script) await page.getByRole('link', { name: t('qr.reload') }).click();
  await expect(heading(page)).toHaveText(t(`order.state.${title}`));
}

test.describe('a transfer by VietQR', () => {
  let movement = 0;
  /** What SePay sends when money arrived. */
  async function told(url: string, content: string, amount: number, id = (movement += 1), secret = SECRETS.sepay): Promise<number> {
    const { body, headers } = sepayMessage({ id, account: ACCOUNT, amount, content, reference: `FT${id}`, sentAt: Date.now() }, secret);
    return (await fetch(`${url}/api/payments/sepay/webhook`, { method: 'POST', body, headers })).status;
  }
  const content = async (page: Page): Promise<string> => (await page.locator('.pay-value').last().textContent()) ?? '';

  test('in Vietnamese, with script, told by SePay: a part, then the rest, twice', ({ shop }) =>
    walkThrough(shop, { way: 'vietqr', language: 'vi', script: true, name: 'Lê Thị Thử' }, async (walk) => {
      const { page, step } = walk;
      const number = await order(walk, TRANSFER);
      await expect(page.getByRole('img', { name: /Mã VietQR chuyển 115\.000/ })).toBeVisible();
      const code = await content(page);
      expect(code).toMatch(/^OCOP[0-9A-Z]{9}$/);
      expect(await told(shop.office.url, `MBVCB ${code.toLowerCase()} chuyen tien`, 15_000)).toBe(200);
      await comes(walk, 'part-paid');
      await expect(page.locator('.pay')).toContainText('100.000');
      await step('part-paid');
      const id = (movement += 1);
      for (let twice = 0; twice < 2; twice += 1) expect(await told(shop.office.url, code, 100_000, id)).toBe(200);
      await comes(walk, 'paid');
      await expect(page.locator('.pay')).toHaveCount(0);
      await step('paid');
      await toTheDoor(walk, { number, ...PRODUCER, money: 'Nhận đủ tiền', more: ['order-paid'] });
    }));

  test('in English, without script, told by SePay: a forged message changes nothing', ({ shop }) =>
    walkThrough(shop, { way: 'vietqr', language: 'en', script: false, name: 'Cat Example' }, async (walk) => {
      const { page, step } = walk;
      const number = await order(walk, TRANSFER);
      const code = await content(page);
      expect(await told(shop.office.url, code, 115_000, undefined, 'another secret')).toBe(401);
      await comes(walk, 'awaiting-payment');
      expect(await told(shop.office.url, code, 115_000)).toBe(200);
      await comes(walk, 'paid');
      await step('paid');
      await toTheDoor(walk, { number, ...PRODUCER, money: 'Nhận đủ tiền', more: ['order-paid'] });
    }));

  for (const [language, script] of [['vi', false], ['en', true]] as const) {
    test(`in ${language === 'vi' ? 'Vietnamese, without' : 'English, with'} script, found in a statement; the picture that is kept says what to pay`, ({ shop }) =>
      walkThrough(shop, { way: 'vietqr', language, script, name: 'Đỗ Văn Thử' }, async (walk) => {
        const { page, step } = walk;
        const { clerk } = shop;
        const number = await order(walk, TRANSFER);
        const code = await content(page);
        const picture = await page.request.get((await page.getByRole('link', { name: translator(language)('qr.save') }).getAttribute('href')) as string);
        expect(picture.headers()['content-type']).toBe('image/png');
        const [symbol] = await readCodes(await pictureOf(await picture.body()));
        expect(readVietQr(symbol?.text ?? '')).toMatchObject({ bin: '970436', account: ACCOUNT, amountDong: 115_000, content: code });
        const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
        const csv = `Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n${today};SK${code};CT DEN ${code};115.000;\n`;
        await clerk.goto('/quan-ly/thu-tien/');
        await clerk.getByLabel('Tệp sao kê').setInputFiles({ name: 'sao-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
        await clerk.getByRole('button', { name: 'Đọc sao kê' }).click();
        await step('desk-statement-read', clerk);
        await comes(walk, 'paid');
        await step('paid');
        await toTheDoor(walk, { number, ...PRODUCER, money: 'Nhận đủ tiền', more: ['order-paid'] });
      }));
  }
});

test.describe('a card at Stripe', () => {
  /** To the page at Stripe; the id of its session. */
  async function toStripe({ page, language, step }: Walk): Promise<string> {
    await page.locator('a.button[href$="/tra-tien"]').click();
    await expect(page.getByText(language === 'vi' ? 'Bản giả của trang Stripe, để thử' : 'An imitation of Stripe’s page')).toBeVisible();
    await step('card-page');
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }
  const press = (page: Page, deed: 'pay' | 'decline' | 'later'): Promise<void> => page.locator(`button[value=${deed}]`).click();

  /** Back before the shop has heard: it says so, and changes nothing. */
  async function backUnheard({ page, language, step }: Walk): Promise<void> {
    const t = translator(language);
    await expect(page).toHaveURL(/\?tra-xong=1$/);
    await expect(heading(page)).toHaveText(t('order.state.awaiting-card'));
    await expect(page.locator('.order-head')).toContainText(t('order.sentence.awaiting-card'));
    await step('back-unheard');
  }

  async function paid(walk: Walk, number: string): Promise<void> {
    await comes(walk, 'paid');
    await expect(walk.page.locator('a[href$="/tra-tien"]')).toHaveCount(0);
    await walk.step('paid');
    await toTheDoor(walk, { number, ...PRODUCER, money: 'Nhận đủ tiền', more: ['order-paid'] });
  }

  test('in Vietnamese, with script: declined, then paid; back before the message, which then comes', ({ shop }) =>
    walkThrough(shop, { way: 'stripe', language: 'vi', script: true, name: 'Phạm Thị Thử' }, async (walk) => {
      const { page } = walk;
      const number = await order(walk, CARD);
      await expect(page.locator('.pay')).toContainText('Mẫu Pte. Ltd. (Singapore)');
      await toStripe(walk);
      await press(page, 'decline');
      await expect(page.getByRole('alert')).toContainText('Thẻ bị từ chối');
      await press(page, 'pay');
      await backUnheard(walk);
      expect(await shop.cards.tell()).toEqual([200]);
      await paid(walk, number);
    }));

  test('in Vietnamese, without script: left by the way back, then paid on the same page', ({ shop }) =>
    walkThrough(shop, { way: 'stripe', language: 'vi', script: false, name: 'Hồ Văn Thử' }, async (walk) => {
      const { page } = walk;
      const number = await order(walk, CARD);
      const first = await toStripe(walk);
      await page.getByRole('link', { name: 'Quay lại cửa hàng' }).click();
      await expect(heading(page)).toHaveText('Chờ bạn trả tiền');
      expect(await toStripe(walk)).toBe(first);
      await press(page, 'pay');
      await backUnheard(walk);
      expect(await shop.cards.tell()).toEqual([200]);
      await paid(walk, number);
    }));

  test('in English, with script: by a way whose money comes later', ({ shop }) =>
    walkThrough(shop, { way: 'stripe', language: 'en', script: true, name: 'Dan Example' }, async (walk) => {
      const { page } = walk;
      const number = await order(walk, CARD);
      const session = await toStripe(walk);
      await press(page, 'later');
      expect(await shop.cards.tell()).toEqual([200]);
      await backUnheard(walk);
      // Who asks to pay again is not led to pay twice.
      await page.locator('a[href$="/tra-tien"]').click();
      await backUnheard(walk);
      shop.cards.settle(session, true);
      expect(await shop.cards.tell()).toEqual([200]);
      await paid(walk, number);
    }));

  test('in English, without script: the money that was to come did not; another card pays', ({ shop }) =>
    walkThrough(shop, { way: 'stripe', language: 'en', script: false, name: 'Eve Example' }, async (walk) => {
      const { page } = walk;
      const number = await order(walk, CARD);
      const first = await toStripe(walk);
      await press(page, 'later');
      shop.cards.settle(first, false);
      expect(await shop.cards.tell()).toEqual([200, 200]);
      await page.getByRole('link', { name: 'See whether it has arrived' }).click();
      const second = await toStripe(walk);
      expect(second).not.toBe(first);
      await press(page, 'pay');
      expect(await shop.cards.tell()).toEqual([200]);
      await paid(walk, number);
    }));
});
