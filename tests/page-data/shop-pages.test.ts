import { describe, expect, test } from 'vitest';
import { buyBox } from '../../src/page-data/shop/buy-box.ts';
import { cartPage } from '../../src/page-data/shop/cart-page.ts';
import { checkoutPage } from '../../src/page-data/shop/checkout-page.ts';
import { orderPage } from '../../src/page-data/shop/order-page.ts';
import { taskText } from '../../src/page-data/desk/shop/task-text.ts';
import { productPage } from '../../src/page-data/product-page.ts';
import type { ShopView } from '../../src/publish/shop-view.ts';
import type { View } from '../../src/publish/view.ts';
import { practiceCatalogue } from '../server/orders/shop-server.ts';
import { CART, CHANGED_CART, CHECKOUT, ORDER } from './shop-examples.ts';

const view = (more: Partial<View> = {}): View => ({ catalogue: practiceCatalogue(), asOf: '2026-11-28', siteUrl: 'https://ocop.example', mode: 'server', ...more });
const shown = (shop: ShopView): View => view({ shop });
const product = (id: string) => practiceCatalogue().product(id)!;

describe('the buy box', () => {
  test('offers packs with price, price of a litre and tiers; the price never breaks before its sign', () => {
    const box = buyBox(view(), 'vi', product('mat-ong-mau'));
    expect(box).toMatchObject({ action: '/gio-hang/', practice: true, packs: [{ price: '160.000\u00a0₫', unitPrice: '320.000\u00a0₫ / lít', tiers: ['Mua từ 12: 150.000\u00a0₫'], isFirst: true }, { price: '95.000\u00a0₫', unitPrice: '475.000\u00a0₫ / kg' }] });
    expect(JSON.stringify(box)).not.toMatch(/\d ₫/);
  });

  test('says that goods whose star ended are sold without it', () => {
    expect(buyBox(view(), 'vi', product('mat-ong-mau'))?.star).toEqual({ kind: 'ended', text: 'Sao OCOP hết hiệu lực từ 13/04/2024.' });
    expect(buyBox(view(), 'vi', product('nuoc-mam-cot-mau'))?.star).toMatchObject({ kind: 'held', stars: 4 });
  });

  test('is not there for alcohol, nor for a real product in a practice shop; the latter shows how to reach its maker', () => {
    const alcohol = productPage(view(), 'vi', 'ruou-nep-mau');
    expect([alcohol?.buy, alcohol?.contact, alcohol?.elsewhere]).toEqual([undefined, undefined, []]);
    const real = productPage(view(), 'vi', 'nuoc-mam-phu-sang');
    expect([real?.buy, real?.contact]).toEqual([undefined, { published: false }]);
    expect(productPage(view(), 'vi', 'mat-ong-mau')?.elsewhere).toEqual([{ text: 'Gian hàng mẫu', href: 'https://htx-mau.example/' }]);
  });

  test('becomes a telephone number on a plain file host', () => {
    expect(buyBox(view({ mode: 'static' }), 'vi', product('mat-ong-mau'))).toMatchObject({ action: undefined, phone: '0000 000 000' });
  });
});

test('pages of one buyer are no pages without what only that buyer sees', () => {
  expect([cartPage(view(), 'vi'), checkoutPage(view(), 'vi'), orderPage(view(), 'vi')]).toEqual([undefined, undefined, undefined]);
});

test('a cart stands by maker, and says each change in words; what is wrong stops the order', () => {
  const page = cartPage(shown({ page: 'cart', cart: CHANGED_CART }), 'vi');
  expect(page?.groups.map(({ producer }) => producer)).toEqual(['HTX Mẫu', undefined]);
  expect(page?.groups.flatMap(({ lines }) => lines.map(({ changes, possible }) => [changes, possible]))).toEqual([
    [['Giá đổi từ 150.000\u00a0₫ thành 160.000\u00a0₫.'], undefined],
    [['Chỉ còn 3.'], 3],
    [['Vừa hết hàng.'], undefined],
    [['Không còn bán ở đây.'], undefined],
  ]);
  expect([page?.checkout, page?.voucher?.problem]).toEqual([undefined, 'Không có mã “MAU99”. Xin xem lại từng chữ.']);
  expect(cartPage(shown({ page: 'cart', cart: CART }), 'en')).toMatchObject({ checkout: '/en/checkout/', count: 4, delivery: expect.stringContaining('Usually 2 to 5 days. Free from 800,000\u00a0₫.') });
});

test('the checkout names the seller with all that the law asks for, and every part of the total', () => {
  const page = checkoutPage(shown({ page: 'checkout', checkout: CHECKOUT }), 'vi');
  expect(page?.seller?.rows.map(({ label }) => label)).toEqual(['Mã số thuế', 'Đăng ký', 'Địa chỉ', 'Điện thoại', 'Thư điện tử', 'Hoá đơn']);
  expect(page?.seller?.terms.map(({ title }) => title)).toEqual(['Giá, giao hàng và trả tiền', 'Đổi trả, hoàn tiền', 'Khiếu nại', 'Dữ liệu của bạn']);
  expect(page?.totals.map(({ text }) => text)).toEqual(['Tiền hàng', 'Giảm giá', 'Phí giao hàng', 'Tổng cộng']);
  expect(page?.head).toMatchObject({ noindex: true, isPrivate: true, sample: true });
});

describe('an order', () => {
  const page = (more: Partial<typeof ORDER>) => orderPage(shown({ page: 'order', order: { ...ORDER, ...more } }), 'vi')!;

  test('in every state has its words, in both languages, and only waits where there is something to wait for', () => {
    for (const state of ['awaiting-payment', 'part-paid', 'awaiting-confirmation', 'paid', 'confirmed', 'preparing', 'shipped', 'delivery-failed', 'returned', 'delivered', 'cancelled', 'expired', 'refund-due', 'refunded'] as const) {
      for (const language of ['vi', 'en'] as const) {
        const shownPage = orderPage(shown({ page: 'order', order: { ...ORDER, state } }), language)!;
        expect(shownPage.title.length).toBeGreaterThan(3);
        expect(shownPage.sentence).not.toMatch(/\{|undefined/);
        expect(shownPage.poll !== undefined).toBe(['awaiting-payment', 'part-paid', 'awaiting-confirmation', 'delivery-failed'].includes(state));
      }
    }
  });

  test('with a deposit says what is paid now and what at the door', () => {
    expect(page({ payment: 'cod', dueNowDong: 100_000 }).sentence).toContain('100.000\u00a0₫ đặt cọc');
    expect(page({ payment: 'cod', dueNowDong: 100_000, paidDong: 100_000, state: 'paid' })).toMatchObject({ title: 'Đã nhận đặt cọc', sentence: 'Đã nhận 100.000\u00a0₫. Bạn trả 220.000\u00a0₫ còn lại khi nhận hàng.' });
  });

  test('back from a page that took a card: says that word of it is awaited, and asks for no money first', () => {
    const pay = { kind: 'redirect', amountDong: 320_000, url: '/x/tra-tien', provider: 'stripe' } as const;
    expect(page({ payment: 'stripe', pay }).pay?.again).toBe(false);
    const back = page({ payment: 'stripe', pay, isBack: true });
    expect([back.title, back.pay?.again, back.poll !== undefined]).toEqual(['Chờ Stripe báo tin', true, true]);
    expect(back.sentence).toMatch(/^Nếu bạn vừa trả thẻ xong/);
    expect(page({ payment: 'stripe', state: 'paid', paidDong: 320_000, isBack: true }).title).toBe('Đã nhận tiền');
  });

  test('picked up at an outlet: nobody brings it, nothing arrives', () => {
    const pickup = { payment: 'cod', dueNowDong: 0, delivery: { kind: 'pickup', outletId: 'quay-mau' } } as const;
    for (const state of ['awaiting-confirmation', 'confirmed', 'shipped'] as const) {
      const shownPage = orderPage(shown({ page: 'order', order: { ...ORDER, ...pickup, state } }), 'en')!;
      expect(`${shownPage.sentence} ${shownPage.next.join(' ')}`).not.toMatch(/arrive|driver/);
    }
    expect(page({ ...pickup, state: 'awaiting-confirmation' }).next.at(-1)).toBe('Bạn đến nhận, kiểm hàng rồi trả tiền tại điểm bán.');
  });

  test('nobody confirmed in time says nothing of money that did not come', () => {
    expect(page({ payment: 'cod', dueNowDong: 0, state: 'expired' }).sentence).toBe('Đơn chưa được xác nhận đúng hạn nên hàng không còn được giữ. Bạn không phải trả gì.');
    expect(page({ payment: 'cod', dueNowDong: 100_000, state: 'expired' }).sentence).toContain('Chưa nhận được tiền');
  });

  test('held into another day names the day', () => {
    const pay = { kind: 'redirect', amountDong: 320_000, url: '/x/tra-tien', provider: 'practice' } as const;
    expect(page({ pay }).pay?.held).toBe('Hàng được giữ đến 11:12');
    const late = page({ pay, heldUntil: Date.parse('2026-11-28T17:30:00Z') });
    expect([late.pay?.held, late.sentence]).toEqual(['Hàng được giữ đến 00:30, 29/11/2026', 'Hàng đã được giữ cho bạn đến 00:30, 29/11/2026. Trả 320.000\u00a0₫ để người bán chuẩn bị.']);
  });

  test('whose person was deleted names neither person nor street', () => {
    const { person: _, ...deleted } = ORDER;
    const old = orderPage(shown({ page: 'order', order: deleted }), 'vi')!;
    expect([old.person, old.address]).toEqual([undefined, []]);
  });

  test('has a timeline of what was and what is to come', () => {
    expect(page({}).timeline.map(({ text, kind }) => `${kind} ${text}`)).toEqual(['done Đã đặt', 'now Chờ trả tiền', 'ahead Đã nhận tiền', 'ahead Chuẩn bị hàng', 'ahead Gửi hàng', 'ahead Giao tận tay']);
    expect(page({ state: 'part-paid', paidDong: 15_000, steps: [{ what: 'part-paid', at: ORDER.placedAt }] }).timeline.map(({ text, kind }) => `${kind} ${text}`).slice(0, 4)).toEqual(['done Đã đặt', 'done Đã nhận một phần tiền', 'now Chờ trả tiền', 'ahead Đã nhận tiền']);
    const deposit = { payment: 'cod', dueNowDong: 100_000 } as const;
    expect(page(deposit).timeline.map(({ text }) => text).slice(1, 3)).toEqual(['Chờ tiền đặt cọc', 'Đã nhận đặt cọc']);
    expect(page({ ...deposit, state: 'paid', paidDong: 100_000, steps: [{ what: 'paid', at: ORDER.placedAt }] }).timeline.map(({ text }) => text).slice(0, 2)).toEqual(['Đã đặt', 'Đã nhận đặt cọc']);
    expect(page({ state: 'cancelled', steps: [{ what: 'cancelled', at: ORDER.placedAt }] }).timeline.map(({ kind }) => kind)).toEqual(['done', 'ended']);
  });
});

test('a buyer without a mail address who asks for the link is a task that speaks of no money', () => {
  const task = taskText({ id: 1, kind: 'review', order: 'DH0000012', at: ORDER.placedAt, because: 'link-asked' }, true, (id) => id);
  expect(task).toMatchObject({ title: 'Gửi lại liên kết', mayAssign: false, mayPutAside: true });
  expect(`${task.advice} ${task.because}`).not.toContain('khoản tiền');
});
