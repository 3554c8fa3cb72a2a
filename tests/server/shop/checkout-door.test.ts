import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import type { CheckoutView } from '../../../src/publish/checkout-view.ts';
import { instant } from '../../../src/server/db/database.ts';
import { MORNING } from '../db/fresh-database.ts';
import { practiceCatalogue } from '../orders/shop-server.ts';
import { HONEY, openPages, SAUCE, type PagesUnderTest } from './shop-pages-under-test.ts';

const formOf = async (pages: PagesUnderTest, answer: Response): Promise<CheckoutView> => {
  const view = await pages.shown(answer);
  if (view.page !== 'checkout') throw new Error(`shows ${view.page}`);
  return view.checkout;
};
const faultsOf = async (pages: PagesUnderTest, answer: Response) => Object.fromEntries((await formOf(pages, answer)).problems.map(({ field, text }) => [field, text]));
const orders = (pages: PagesUnderTest) => pages.db.selectFrom('orders').selectAll().execute();

test('a sound form is one order; the cart is empty afterwards and the link leads to the order', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 2 });
  const answer = await buyer.post('/dat-hang/', form);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^\/don-hang\/[\w-]{22}\/\?moi=1$/);
  expect(buyer.cookie).toBe('');
  expect(await orders(pages)).toMatchObject([{ state: 'awaiting-confirmation', payment_method: 'cod', total_dong: 214_000, due_now_dong: 0, language: 'vi' }]);
  const page = await pages.shown(await buyer.get(answer.headers.get('location') ?? ''));
  expect(page).toMatchObject({ page: 'order', order: { isNew: true, mayCancel: true, person: { name: 'Nguyễn Thị Mẫu', phone: '+84912345678' }, lines: [{ sku: SAUCE, quantity: 2, snapshot: { star: { stars: 4 }, sample: true } }] } });
  expect(pages.errors).toEqual([]);
});

test('sent twice at once, twice in a row, or again after going back, it is one order', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 1 });
  const both = await Promise.all([buyer.post('/dat-hang/', form), buyer.post('/dat-hang/', form)]);
  const later = await buyer.post('/dat-hang/', form);
  expect(new Set([...both, later].map((answer) => answer.headers.get('location'))).size).toBe(1);
  expect(await orders(pages)).toHaveLength(1);
});

test('the same form with other words after an order asks once more before it becomes a second one', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 1 });
  await buyer.post('/dat-hang/', form);
  const again = await buyer.post('/dat-hang/', { ...form, 'dia-chi': 'Thôn khác' });
  expect(again.status).toBe(422);
  const shown = await formOf(pages, again);
  expect(shown.problems).toMatchObject([{ field: 'cart' }]);
  expect(shown.key).not.toBe(form['khoa']);
  expect((await buyer.post('/dat-hang/', { ...form, 'dia-chi': 'Thôn khác', khoa: shown.key })).status).toBe(303);
  expect(await orders(pages)).toHaveLength(2);
});

test('every fault is said at its field, from top to bottom, and nothing that was typed is lost', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 1 });
  const typed = { ...form, ten: '', 'dien-thoai': '12', thu: 'x', 'ten-xa': '', 'dia-chi': '', 'tra-tien': '', 'hoa-don': 'on', 'cong-ty': 'Công ty Mẫu', 'ma-so-thue': '1' };
  const answer = await buyer.post('/en/checkout/', typed);
  expect(answer.status).toBe(422);
  const { problems, values, key } = await formOf(pages, answer);
  expect(problems.map(({ field }) => field)).toEqual(['commune', 'payment']);
  expect(values).toMatchObject({ phone: '12', email: 'x', province: 'ha-tinh', wantsInvoice: true, company: 'Công ty Mẫu' });
  expect(key).toBe(form['khoa']);
  expect(Object.keys(await faultsOf(pages, await buyer.post('/dat-hang/', { ...typed, 'ten-xa': 'Thiên Cầm', 'tra-tien': 'cod' })))).toEqual(['name', 'phone', 'email', 'street', 'taxCode', 'companyAddress']);
  expect(await orders(pages)).toEqual([]);
});

describe('an address', () => {
  test('in a former name goes where that lies today; one that may be several is asked', async () => {
    const pages = await openPages();
    const buyer = pages.visit();
    const form = await buyer.fill({ [SAUCE]: 1 });
    const answer = await buyer.post('/dat-hang/', { ...form, 'ten-xa': 'xã Cẩm Mỹ, huyện Cẩm Xuyên' });
    expect(answer.status).toBe(303);
    expect((await orders(pages))[0]?.commune_code).toBe(practiceCatalogue().communeBySlug('ha-tinh', 'cam-due')?.code);
    const split = { ...form, khoa: 'another-key-0000001', 'ten-xa': 'Phường Đại Nài' };
    const asked = await formOf(pages, await buyer.post('/dat-hang/', split));
    expect([asked.candidates, asked.problems.map(({ field }) => field)]).toEqual([['18073', '18652'], ['communeName']]);
    expect((await buyer.post('/dat-hang/', { ...split, xa: '18652' })).status).toBe(303);
    expect((await orders(pages)).map((order) => order.commune_code)).toContain('18652');
    expect(await faultsOf(pages, await buyer.post('/dat-hang/', { ...form, khoa: 'another-key-0000002', 'ten-xa': 'Không Có Xã Này' }))).toHaveProperty('communeName');
  });

  test('of a hotel or an outlet needs what belongs to it, and no more', async () => {
    const pages = await openPages();
    const buyer = pages.visit();
    const form = await buyer.fill({ [SAUCE]: 1 });
    expect(await faultsOf(pages, await buyer.post('/dat-hang/', { ...form, 'cach-giao': 'hotel', 'khach-san': '', 'ngay-den': '2026-13-01' }))).toEqual({ hotel: 'Hãy ghi tên khách sạn.', checkIn: 'Ngày nhận phòng không đọc được.' });
    const pickup = { ...form, 'cach-giao': 'pickup', tinh: '', 'ten-xa': '', 'dia-chi': '', 'diem-ban': 'quay-mau' };
    const looked = await formOf(pages, await buyer.post('/dat-hang/', { ...pickup, buoc: 'xem' }));
    expect(looked.cart.totals).toMatchObject({ shippingDong: 0, totalDong: 95_000 });
    expect((await buyer.post('/dat-hang/', { ...pickup, tong: '95000' })).status).toBe(303);
    expect(await orders(pages)).toMatchObject([{ delivery_kind: 'pickup', outlet_id: 'quay-mau', shipping_dong: 0 }]);
  });
});

test('a price that changed meanwhile shows both totals and orders nothing until it is agreed to', async () => {
  const before = practiceCatalogue();
  let now: Catalogue = before;
  const pages = await openPages({ catalogue: () => now });
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 2 });
  now = { ...before, shop: { ...before.shop, offer: (sku) => (sku === SAUCE ? { ...before.shop.offer(SAUCE)!, priceDong: 99_000 } : before.shop.offer(sku)) } };
  const answer = await buyer.post('/dat-hang/', form);
  expect(answer.status).toBe(409);
  const shown = await formOf(pages, answer);
  expect([shown.agreedDong, shown.cart.totals?.totalDong, await orders(pages)]).toEqual([214_000, 222_000, []]);
  expect((await buyer.post('/dat-hang/', { ...form, tong: '222000' })).status).toBe(303);
});

test('what was sold to somebody else meanwhile is said, and nothing is ordered', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 2 });
  await pages.db.insertInto('stock').values({ sku: SAUCE, on_hand: 3, reserved: 2, first_counted_at: instant(MORNING) }).execute();
  const shown = await formOf(pages, await buyer.post('/dat-hang/', form));
  expect(shown.problems).toMatchObject([{ field: 'cart' }]);
  expect(shown.cart.lines).toMatchObject([{ sku: SAUCE, fault: { kind: 'stock', left: 1 } }]);
  expect(await orders(pages)).toEqual([]);
});

test('what another tab put into the cart meanwhile is not ordered, and stays', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 1 });
  await buyer.post('/gio-hang/', { viec: 'them', 'quy-cach': HONEY });
  expect((await buyer.post('/dat-hang/', form)).status).toBe(303);
  expect(await pages.db.selectFrom('order_lines').select('sku').execute()).toEqual([{ sku: SAUCE }]);
  expect(buyer.cookie).toMatch(/^gio=1~mat-ong-mau-chai-500ml\.1/);
});

test('more cash orders than one number may have are refused at the way to pay', async () => {
  const pages = await openPages();
  for (let at = 0; at < 3; at += 1) {
    const buyer = pages.visit();
    expect((await buyer.post('/dat-hang/', await buyer.fill({ [SAUCE]: 1 }))).status).toBe(303);
  }
  const buyer = pages.visit();
  expect(await faultsOf(pages, await buyer.post('/dat-hang/', await buyer.fill({ [SAUCE]: 1 })))).toHaveProperty('payment');
});

test('another site, a program that fills in everything, and a crowd of one network are stopped', async () => {
  const pages = await openPages();
  const buyer = pages.visit();
  const form = await buyer.fill({ [SAUCE]: 1 });
  expect((await buyer.post('/dat-hang/', form, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await faultsOf(pages, await buyer.post('/dat-hang/', { ...form, 'trang-web': 'https://spam.example' }))).toHaveProperty('website');
  expect((await pages.visit().get('/dat-hang/')).headers.get('location')).toBe('/gio-hang/');
  await pages.db.updateTable('visit_counts').set({ count: 500 }).execute();
  expect((await buyer.post('/dat-hang/', form)).status).toBe(429);
});

describe('ways to pay', () => {
  /** The practice shop with one price of the sauce, without an account where it is said. */
  const shopOf = (priceDong: number, hasBank = true): Catalogue => {
    const catalogue = practiceCatalogue();
    const { shop } = catalogue;
    const { bank, ...seller } = shop.seller as NonNullable<typeof shop.seller>;
    const offer = (sku: string) => {
      const found = shop.offer(sku);
      return found && { ...found, priceDong, tiers: [] };
    };
    return { ...catalogue, shop: { ...shop, offer, seller: { ...seller, ...(hasBank && bank !== undefined && { bank }) } } };
  };

  test('of one order are the same on the page, in the form and for programs', async () => {
    const pages = await openPages({ catalogue: () => shopOf(4_000_000, false) });
    const buyer = pages.visit();
    const form = await buyer.fill({ [SAUCE]: 1 });
    const look = await formOf(pages, await buyer.post('/dat-hang/', { ...form, buoc: 'xem' }));
    expect([look.payments, look.unpayable, look.values.payment]).toEqual([['cod', 'practice'], { cod: { kind: 'no-deposit', aboveDong: 3_000_000 } }, 'practice']);
    const words = 'Đơn trên 3.000.000\u00a0₫ cần đặt cọc bằng chuyển khoản, mà người bán chưa nhận chuyển khoản: hãy chọn cách trả tiền khác, hoặc gọi người bán.';
    const answer = await buyer.post('/dat-hang/', form);
    expect([answer.status, (await faultsOf(pages, answer))['payment']]).toEqual([422, words]);
    expect((await buyer.post('/dat-hang/', { ...form, 'tra-tien': 'practice' })).status).toBe(303);
  });

  test('with an account cash asks for its deposit', async () => {
    const pages = await openPages({ catalogue: () => shopOf(4_000_000) });
    const buyer = pages.visit();
    const form = await buyer.fill({ [SAUCE]: 1 });
    expect(await formOf(pages, await buyer.post('/dat-hang/', { ...form, buoc: 'xem' }))).toMatchObject({ payments: ['cod', 'vietqr', 'practice'], deposit: { aboveDong: 3_000_000 }, values: { payment: 'cod' } });
    expect((await buyer.post('/dat-hang/', form)).status).toBe(303);
    expect(await orders(pages)).toMatchObject([{ state: 'awaiting-payment', payment_method: 'cod' }]);
  });
});
