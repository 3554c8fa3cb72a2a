import type { Page } from '@playwright/test';
import { translator } from '../../src/i18n/translate.ts';
import { expect } from './clean-page.ts';
import { fitsAndIsClean } from './office-journey.ts';
import { PHONE } from './order-walk/look.ts';
import { practiceShop as test } from './order-walk/shop-fixture.ts';
import { lookAtMails, messageFor, openAtDesk, toTheDoor, withPhone } from './order-walk/to-the-door.ts';
import { walkThrough, type Walk } from './order-walk/walk.ts';
import { fillCheckout, orderNumber, placeOrder, type Purchase } from './shop-journey.ts';

test.describe.configure({ mode: 'default', timeout: 180_000 });

const PRODUCER = 'HTX Mẫu';
const CASH = /Trả khi nhận hàng|Cash on delivery/;
const PRETENDED = /Trả tiền thử|Practice payment/;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** To the page of the order, which has this heading. */
async function order(walk: Walk, purchase: Purchase, title: 'awaiting-confirmation' | 'awaiting-payment' | 'awaiting-deposit'): Promise<string> {
  const { page, language, buyer, script, step } = walk;
  await fillCheckout(page, language, purchase, buyer, { script, step });
  await placeOrder(page, language);
  await expect(heading(page)).toHaveText(translator(language)(`order.state.${title}`));
  await step('order');
  return orderNumber(page);
}

/** The clerk called the buyer. */
async function confirm({ shop: { clerk }, page, step, language }: Walk, number: string): Promise<void> {
  await openAtDesk(clerk, number);
  await step('desk-to-confirm', clerk);
  await clerk.getByRole('button', { name: 'Xác nhận đơn' }).click();
  await expect(clerk.locator('.page-head').getByText('đã xác nhận')).toBeVisible();
  // With script the page of the order notices by itself.
  if (!page.url().includes('?')) await page.reload();
  else await page.goto(page.url().split('?')[0] as string);
  await expect(heading(page)).toHaveText(translator(language)('order.state.confirmed'));
  await step('confirmed');
}

test.describe('cash on delivery', () => {
  test('in Vietnamese, with script: faults at their fields, an old address, to the door and into the statement', ({ shop }) =>
    walkThrough(shop, { way: 'cod', language: 'vi', script: true, name: 'Nguyễn Thị Mẫu' }, async (walk) => {
      const { page, buyer, faults, step } = walk;
      await fillCheckout(page, 'vi', { product: 'nuoc-mam-cot-mau', quantity: 2, pay: CASH }, buyer, { script: true, step });
      await page.getByLabel('Số điện thoại', { exact: true }).fill('12');
      await page.getByText('Chỉ biết tên cũ?').click();
      await page.getByLabel('Tên xã, phường cũ').fill('Phường Đại Nài');
      await page.getByRole('button', { name: /^Đặt hàng ·/ }).click();
      await expect(page.getByRole('alert')).toContainText('Những gì bạn đã điền vẫn còn nguyên.');
      await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Mẫu');
      await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveAttribute('aria-invalid', 'true');
      await step('checkout-faults');
      await page.getByLabel('Số điện thoại', { exact: true }).fill(buyer.phone);
      await page.getByRole('radio', { name: 'Phường Hà Huy Tập' }).check();
      await placeOrder(page, 'vi');
      await expect(heading(page)).toHaveText('Chờ người bán gọi xác nhận');
      await expect(page.locator('.receipt')).toContainText('Phường Hà Huy Tập');
      await expect(page.locator('.receipt')).toContainText('dữ liệu minh hoạ');
      await step('order');
      const at = page.url();
      await page.goBack();
      await expect(page.locator('.receipt')).toHaveCount(0);
      await page.goto('/gio-hang/');
      await expect(page.getByText('Giỏ đang trống.')).toBeVisible();
      await page.goto(at);
      // The browser notes the answer 422 itself.
      expect(faults.splice(0).filter((fault) => !/422/.test(fault))).toEqual([]);
      const number = await orderNumber(page);
      await confirm(walk, number);
      await toTheDoor(walk, { number, producer: PRODUCER, money: 'Xác nhận đơn' });
      const { clerk } = shop;
      for (const path of [`${number.replaceAll('-', '')}/`]) {
        await clerk.goto(`/quan-ly/don-hang/${path}`);
        await fitsAndIsClean(clerk);
      }
      await clerk.goto('/quan-ly/doi-soat/');
      await expect(clerk.getByRole('row', { name: /HTX Mẫu/ })).toContainText('190.000');
      await fitsAndIsClean(clerk);
      await step('desk-statement', clerk);
    }));

  test('in Vietnamese, without script', ({ shop }) =>
    walkThrough(shop, { way: 'cod', language: 'vi', script: false, name: 'Lê Văn Mẫu' }, async (walk) => {
      const number = await order(walk, { product: 'keo-lac-mau', pay: CASH }, 'awaiting-confirmation');
      await confirm(walk, number);
      await toTheDoor(walk, { number, producer: PRODUCER });
    }));

  test('in English, with script: to a hotel, with a deposit by transfer', ({ shop }) =>
    walkThrough(shop, { way: 'cod', language: 'en', script: true, name: 'Ann Example' }, async (walk) => {
      const { page, step } = walk;
      const hotel = async (): Promise<void> => {
        await page.getByRole('radio', { name: 'To a hotel' }).check();
        await page.getByLabel('Name of the hotel').fill('Khách sạn Mẫu');
        await page.getByLabel('Name of the guest').fill('Ann B. Example');
        await expect(page.getByRole('button', { name: /^Place the order/ })).toBeEnabled();
      };
      const number = await order(walk, { product: 'khan-lua-mau', quantity: 9, pay: CASH, more: hotel }, 'awaiting-deposit');
      await expect(page.locator('.receipt')).toContainText('Khách sạn Mẫu');
      await expect(page.getByRole('img', { name: /^VietQR code for a transfer of ₫?[\d,.]+/ })).toBeVisible();
      await page.getByRole('link', { name: 'Pretend the transfer' }).click();
      await step('pretended-transfer');
      await page.locator('button[value=tra]').click();
      await expect(heading(page)).toHaveText('Deposit received');
      await step('deposit-paid');
      await toTheDoor(walk, { number, producer: PRODUCER, money: 'Nhận đủ tiền đặt cọc', more: ['order-paid'], words: { 'order-paid': 'order-deposit' } });
    }));

  test('in English, without script: picked up at an outlet', ({ shop }) =>
    walkThrough(shop, { way: 'cod', language: 'en', script: false, name: 'Bob Example' }, async (walk) => {
      const pickup = (page: Page): Promise<void> => page.getByRole('radio', { name: 'Pick up' }).check();
      const number = await order(walk, { product: 'tra-thao-moc-mau', pay: CASH, more: pickup }, 'awaiting-confirmation');
      await confirm(walk, number);
      await toTheDoor(walk, { number, producer: PRODUCER, pickup: true, words: { 'order-shipped': 'order-ready' } });
    }));
});

/** Nobody takes it for a bank's: in the buyer's language, marked below the head at every width, and easy to press. */
async function practicePage({ page, language, step }: Walk): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('.practice-mark')).toContainText(language === 'vi' ? 'CHẾ ĐỘ THỬ' : 'PRACTICE MODE');
  for (const width of [1280, 768, 360]) {
    await page.setViewportSize({ ...PHONE, width });
    const [head, mark] = await Promise.all([page.locator('.site-head').boundingBox(), page.locator('.practice-mark').boundingBox()]);
    expect((mark?.y ?? 0) - ((head?.y ?? 0) + (head?.height ?? 0)), `the mark stands below the head at ${width}`).toBeGreaterThanOrEqual(0);
  }
  for (const button of await page.getByRole('button').all()) expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await step('practice');
}

test.describe('practice payment', () => {
  for (const [language, script] of [['vi', true], ['vi', false], ['en', true], ['en', false]] as const) {
    test(`in ${language === 'vi' ? 'Vietnamese' : 'English'}, with${script ? '' : 'out'} script: left, failed, then paid`, ({ shop }) =>
      walkThrough(shop, { way: 'practice', language, script, name: 'Trần Thị Mẫu' }, async (walk) => {
        const { page, step } = walk;
        const t = translator(language);
        const number = await order(walk, { product: 'che-shan-mau', pay: PRETENDED }, 'awaiting-payment');
        for (const choice of script ? ['bo', 'hong'] : ['hong']) {
          await page.locator('a.button[href$="/tra-tien"]').click();
          await expect(heading(page)).toHaveText(t('pretend.title'));
          if (choice === 'hong') await practicePage(walk);
          await page.locator(`button[value=${choice}]`).click();
          await expect(heading(page)).toHaveText(t('order.state.awaiting-payment'));
        }
        // With script it is paid in another tab: the page of the order learns of it by itself.
        const paying = script ? await page.context().newPage() : page;
        await paying.goto(page.url());
        await paying.locator('a.button[href$="/tra-tien"]').click();
        await paying.locator('button[value=tra]').click();
        for (const seen of [paying, page]) await expect(heading(seen)).toHaveText(t('order.state.paid'));
        await expect(page.locator('a.button[href$="/tra-tien"]')).toHaveCount(0);
        if (script) await paying.close();
        await step('paid');
        await toTheDoor(walk, { number, producer: PRODUCER, money: 'Nhận đủ tiền', more: ['order-paid'] });
      }));
  }
});

test('goods run out: a task, the order cancelled, the money back, marked by the clerk; the buyer is told each time', ({ shop }) =>
  walkThrough(shop, { way: 'out-of-stock', language: 'en', script: false, name: 'Fay Example' }, async (walk) => {
    const { page, step } = walk;
    const { clerk } = shop;
    const number = await order(walk, { product: 'mien-dong-mau', pay: PRETENDED }, 'awaiting-payment');
    await page.locator('a.button[href$="/tra-tien"]').click();
    await page.locator('button[value=tra]').click();
    await openAtDesk(clerk, number);
    await withPhone(shop.browser, async (phone) => {
      await phone.goto(await messageFor(clerk, PRODUCER));
      await phone.getByText('Hết hàng', { exact: true }).click();
      await phone.getByRole('button', { name: 'Báo hết hàng' }).click();
      await expect(phone.getByRole('status')).toContainText('Đã báo hết hàng');
      await step('producer-out', phone);
    });
    await clerk.reload();
    await expect(clerk.getByRole('heading', { name: 'Chủ thể hết hàng' })).toBeVisible();
    await fitsAndIsClean(clerk);
    await step('desk-out', clerk);
    await clerk.getByText('Huỷ đơn', { exact: true }).click();
    await clerk.getByLabel('Lý do').fill('chủ thể hết hàng');
    await clerk.getByRole('button', { name: 'Huỷ đơn này' }).click();
    await expect(clerk.locator('.page-head').getByText('chờ hoàn tiền')).toBeVisible();
    await page.reload();
    await expect(heading(page)).toHaveText('Refund under way');
    await step('refund-due');
    await clerk.goto('/quan-ly/thu-tien/');
    await fitsAndIsClean(clerk);
    await step('desk-money', clerk);
    await clerk.getByLabel('Số bút toán').fill('FT2611280001');
    await clerk.getByRole('button', { name: /^Đã hoàn/ }).click();
    await expect(clerk.getByText('Không có khoản nào phải hoàn.')).toBeVisible();
    await openAtDesk(clerk, number);
    await expect(clerk.locator('.page-head').getByText('đã hoàn tiền')).toBeVisible();
    await page.reload();
    await expect(heading(page)).toHaveText('Refunded');
    await step('refunded');
    await lookAtMails(walk, number, page.url(), ['order-received', 'order-paid', 'order-cancelled', 'order-refunded']);
  }));

test('stock is counted again with a reason, a statement is read, money without an order is put aside', async ({ clerk: page }) => {
  await page.goto('/quan-ly/kho/');
  await fitsAndIsClean(page);
  const row = page.locator('#h-nuoc-mam-cot-mau-chai-500ml');
  await row.getByText('Sửa số').click();
  await row.getByLabel('Đếm được trong kho').fill('150');
  await row.getByLabel('Lý do').fill('đếm lại');
  await row.getByRole('button', { name: 'Ghi số mới' }).click();
  await expect(page.getByText('Đã ghi số mới.')).toBeVisible();

  await page.goto('/quan-ly/thu-tien/');
  const csv = 'Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT1;CHUYEN TIEN;50.000;\n';
  await page.getByLabel('Tệp sao kê').setInputFiles({ name: 'sao-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Đọc sao kê' }).click();
  await expect(page.getByText('Không tìm thấy mã đơn trong nội dung chuyển khoản.')).toBeVisible();
  await fitsAndIsClean(page);
  const review = page.getByRole('region', { name: 'Cần xem (1)' });
  await review.getByLabel('Đã xử lý thế nào').fill('tiền của việc khác');
  await review.getByRole('button', { name: 'Xong việc này' }).click();
  await expect(page.getByText('Không có khoản tiền nào cần xem.')).toBeVisible();
  for (const path of ['ma-giam-gia', 'thu']) {
    await page.goto(`/quan-ly/${path}/`);
    await fitsAndIsClean(page);
  }
});
