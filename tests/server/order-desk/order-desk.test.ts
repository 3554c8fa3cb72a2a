import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/importing/spreadsheet-file.ts';
import { contentOf, openOrderDesk, type OrderDesk } from './order-desk.ts';

let shop: OrderDesk;
beforeEach(async () => {
  shop = await openOrderDesk();
});
afterEach(async () => {
  await shop.stop();
  expect(shop.errors).toEqual([]);
  expect(shop.desk.faults).toEqual([]);
});

const tokenOf = async (id: string): Promise<string> => shop.orders.tokens.ofProducer(id, 'htx-mau');

describe('the clerk', () => {
  test('confirms an order, the producer takes and sends it, it is delivered and stands in the statement', async () => {
    const order = await shop.order();
    const path = `/quan-ly/don-hang/${order.number}/`;
    expect((await contentOf(await shop.get(path), 'order')).order).toMatchObject({ state: 'awaiting-confirmation', place: 'Thôn Mẫu, số 5, xã Thiên Cầm, tỉnh Hà Tĩnh', parts: [{ producer: 'HTX Mẫu' }] });
    expect((await shop.post(`${path}viec/`, { viec: 'confirmed', dang: 'awaiting-confirmation' })).status).toBe(303);
    const token = await tokenOf(order.id);
    expect(await (await shop.part(token)).json()).toMatchObject({ step: 'part', packs: [{ quantity: 2 }], to: { phone: '+84905000111' }, collectDong: 214_000, others: 0 });
    expect((await shop.part(token, { viec: 'nhan' })).status).toBe(303);
    expect(await shop.state(order.id)).toBe('preparing');
    expect((await shop.part(token, { viec: 'da-gui', 'don-vi': 'Viettel Post', 'ma-van-don': 'vtp123' })).status).toBe(303);
    expect(await shop.state(order.id)).toBe('shipped');
    await shop.post(`${path}viec/`, { viec: 'delivered', dang: 'shipped' });
    expect(await shop.state(order.id)).toBe('delivered');

    const { order: told } = await contentOf(await shop.get(path), 'order');
    expect(told.history.map(({ what, who }) => [what, who])).toEqual([['placed', 'buyer'], ['confirmed', 'Lan'], ['accepted', 'producer:htx-mau'], ['shipped', 'producer:htx-mau'], ['delivered', 'Lan']]);
    expect(told.parts[0]).toMatchObject({ carrier: 'Viettel Post', trackingCode: 'VTP123' });
    const { statements } = await contentOf(await shop.get('/quan-ly/doi-soat/'), 'statements');
    expect(statements).toMatchObject({ month: '2026-11', producers: [{ id: 'htx-mau', orders: 1, packs: 2, dong: 190_000, sample: true }] });

    const file = await readSpreadsheet(new Uint8Array(await (await shop.get('/quan-ly/doi-soat/2026-11/htx-mau.xlsx')).arrayBuffer()), 'x.xlsx');
    if ('refusal' in file) throw new Error(file.refusal.vi);
    const total = file.sheets[0]?.rows.find((row) => row[0]?.text === 'Tổng cộng');
    expect(total?.slice(5).map((cell) => cell?.value)).toEqual([2, 190_000, 0, 190_000]);
    const pdf = await shop.get('/quan-ly/doi-soat/2026-11/htx-mau.pdf');
    expect([pdf.headers.get('content-type'), pdf.headers.get('cache-control'), Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()]).toEqual(['application/pdf', 'no-store', '%PDF-']);
  });

  test('is told when somebody else was quicker, and nothing happens', async () => {
    const order = await shop.order();
    const path = `/quan-ly/don-hang/${order.number}/viec/`;
    await shop.post(path, { viec: 'confirmed', dang: 'awaiting-confirmation' });
    const again = await shop.post(path, { viec: 'cancelled-by-office', dang: 'awaiting-confirmation', 'ghi-chu': 'nhầm' });
    expect(again.status).toBe(409);
    expect((await contentOf(again, 'order')).order.refusal).toContain('vừa được chuyển bởi người khác');
    expect(await shop.state(order.id)).toBe('confirmed');
  });

  test('must say why an order is cancelled or not delivered', async () => {
    const order = await shop.order();
    const path = `/quan-ly/don-hang/${order.number}/viec/`;
    expect((await shop.post(path, { viec: 'cancelled-by-office', dang: 'awaiting-confirmation' })).status).toBe(409);
    await shop.post(path, { viec: 'confirmed', dang: 'awaiting-confirmation' });
    await shop.post(path, { viec: 'shipped', dang: 'confirmed' });
    expect((await shop.post(path, { viec: 'delivery-failed', dang: 'shipped' })).status).toBe(409);
    expect((await shop.post(path, { viec: 'delivery-failed', dang: 'shipped', 'vi-sao': 'refused' })).status).toBe(303);
    expect((await contentOf(await shop.get(`/quan-ly/don-hang/${order.number}/`), 'order')).order).toMatchObject({ state: 'delivery-failed', failures: 1, tasks: [{ kind: 'delivery-failed' }] });
  });

  test('finds an order by number, telephone, name without accents; nothing of it stands in an address', async () => {
    const order = await shop.order();
    await shop.order({ buyer: { name: 'Trần Văn Khác', phone: '0911 222 333' } });
    for (const typed of [order.number, order.transfer_code, '0905.000.111', 'nguyen thi', 'mau@ocop.example']) {
      const { orders } = await contentOf(await shop.post('/quan-ly/don-hang/tim/', { tim: typed }), 'orders');
      expect(orders.orders.map(({ number }) => number), typed).toEqual([order.number]);
    }
    expect((await contentOf(await shop.post('/quan-ly/don-hang/tim/', { tim: 'không ai' }), 'orders')).orders.found).toBe(0);
    expect((await shop.get('/quan-ly/don-hang/tim/?tim=0905000111')).status).toBe(405);
  });

  test('narrows the list by state, day, payment and producer, and takes it away without names', async () => {
    const order = await shop.order();
    const found = async (query: string): Promise<number> => (await contentOf(await shop.get(`/quan-ly/don-hang/?${query}`), 'orders')).orders.found;
    expect(await Promise.all(['loc=todo', 'loc=shipped', 'tra=cod', 'tra=vietqr', 'tu=2026-11-24&den=2026-11-24', 'den=2026-11-23', 'chu-the=htx-mau', 'chu-the=khac'].map(found))).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
    const csv = await (await shop.get('/quan-ly/don-hang/tep/?dang=csv')).text();
    expect(csv).toContain('2 × Nước mắm cốt Mẫu, Chai 500 ml');
    expect(csv).not.toMatch(/Nguyễn|0905|ocop\.example|Thôn Mẫu/);
    expect((await shop.get('/quan-ly/don-hang/tep/?dang=xlsx')).headers.get('content-type')).toContain('spreadsheetml');
    expect(order.state).toBe('awaiting-confirmation');
  });

  test('corrects stock with a reason, never below what is held', async () => {
    await shop.order();
    const correct = (con: string, reason = 'đếm lại') => shop.post('/quan-ly/kho/', { sku: 'nuoc-mam-cot-mau-chai-500ml', con, 'ly-do': reason });
    expect((await contentOf(await correct('1'), 'stock')).stock.problem?.text).toContain('Đang giữ 2 gói');
    expect((await contentOf(await correct('48', ''), 'stock')).stock.problem?.text).toContain('lý do');
    expect((await contentOf(await correct('bốn'), 'stock')).stock.problem?.text).toContain('"bốn"');
    expect((await correct('48')).status).toBe(303);
    const { stock } = await contentOf(await shop.get('/quan-ly/kho/?da-sua=nuoc-mam-cot-mau-chai-500ml'), 'stock');
    expect(stock.lines.find(({ sku }) => sku === 'nuoc-mam-cot-mau-chai-500ml')).toMatchObject({ onHand: 48, reserved: 2 });
    expect(stock.moves[0]).toMatchObject({ kind: 'corrected', who: 'Lan', reason: 'đếm lại' });
    expect(stock.done).toBe('nuoc-mam-cot-mau-chai-500ml');
  });

  test('gives a copy of what is kept of a person, and deletes it once the order is over', async () => {
    const order = await shop.order();
    const path = `/quan-ly/don-hang/${order.number}/`;
    expect(await (await shop.get(`${path}nguoi-mua.json`)).json()).toMatchObject({ number: order.number, name: 'Nguyễn Thị Mẫu', phone: '+84905000111' });
    const forget = (who: 'Lan' | 'Minh') => shop.post(`${path}xoa-nguoi-mua/`, { 'chac-chan': 'on' }, who);
    expect((await forget('Lan')).status).toBe(409);
    await shop.post(`${path}viec/`, { viec: 'cancelled-by-office', dang: 'awaiting-confirmation', 'ghi-chu': 'người mua xin huỷ' });
    expect((await forget('Minh')).status).toBe(409);
    expect((await forget('Lan')).status).toBe(303);
    const everything = JSON.stringify(await Promise.all((['orders', 'order_people', 'order_events', 'order_tasks', 'outbox', 'audit'] as const).map((table) => shop.db.selectFrom(table).selectAll().execute())));
    expect(everything).not.toMatch(/Nguyễn Thị|905000111|mau@ocop/);
    expect((await contentOf(await shop.get(path), 'order')).order.personDeletedAt).toBeDefined();
  });

  test('switches a voucher off at once; only who approves may', async () => {
    const off = { ma: 'MAU10', viec: 'tat' };
    expect((await shop.post('/quan-ly/ma-giam-gia/', off, 'Minh')).status).toBe(403);
    await shop.post('/quan-ly/ma-giam-gia/', off);
    const { vouchers } = await contentOf(await shop.get('/quan-ly/ma-giam-gia/'), 'vouchers');
    expect(vouchers.find(({ code }) => code === 'MAU10')?.stopped?.by).toBe('Lan');
  });
});

describe('money', () => {
  test('no order is known for is given to one; it is paid', async () => {
    const order = await shop.order({ payment: 'vietqr' });
    const csv = `Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT1;CHUYEN TIEN MUA HANG;214.000;\n`;
    const form = new FormData();
    form.set('tep', new File([csv], 'sao-ke.csv'));
    const { formToken, cookie } = await shop.desk.enter('Lan');
    form.set('dau-phien', formToken);
    const read = await contentOf(await shop.desk.post('/quan-ly/thu-tien/sao-ke/', form, { cookie }), 'money');
    expect(read.money.problem ?? read.money.statement).toMatchObject({ rows: 1, matched: 0, review: 1 });
    const [task] = (await contentOf(await shop.get('/quan-ly/thu-tien/'), 'money')).money.reviews;
    expect(task).toMatchObject({ because: 'unknown-order', words: 'CHUYEN TIEN MUA HANG', dong: 214_000 });
    expect((await shop.post('/quan-ly/thu-tien/', { so: String(task?.id), viec: 'gan', don: 'DH-999999-X' })).status).toBe(422);
    expect((await shop.post('/quan-ly/thu-tien/', { so: String(task?.id), viec: 'gan', don: order.number })).status).toBe(303);
    expect(await shop.state(order.id)).toBe('paid');
  });

  test('of a cancelled order is a task until somebody who approves says how it went back', async () => {
    const order = await shop.order({ payment: 'vietqr' });
    const csv = `Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có;Ghi nợ\n24/11/2026;FT2;${order.transfer_code};214.000;\n`;
    await shop.payments.applyStatement({ bytes: new TextEncoder().encode(csv), name: 'sao-ke.csv' });
    expect(await shop.state(order.id)).toBe('paid');
    await shop.post(`/quan-ly/don-hang/${order.number}/viec/`, { viec: 'cancelled-by-office', dang: 'paid', 'ghi-chu': 'hết hàng' });
    const [task] = (await contentOf(await shop.get('/quan-ly/thu-tien/'), 'money')).money.refunds;
    expect(task?.dong).toBe(214_000);
    const back = (fields: Record<string, string>, who: 'Lan' | 'Minh' = 'Lan') => shop.post('/quan-ly/thu-tien/', { so: String(task?.id), viec: 'da-hoan', ...fields }, who);
    expect([(await back({ 'but-toan': 'FT9' }, 'Minh')).status, (await back({})).status, (await back({ 'but-toan': 'FT9' })).status]).toEqual([422, 422, 303]);
    expect(await shop.state(order.id)).toBe('refunded');
    expect((await contentOf(await shop.get('/quan-ly/thu-tien/'), 'money')).money.refunds).toEqual([]);
  });
});

test('nothing opens without a login, and no form without its token', async () => {
  const { number } = await shop.order();
  for (const path of ['don-hang/', `don-hang/${number}/`, `don-hang/${number}/nguoi-mua.json`, 'don-hang/tep/', 'kho/', 'thu-tien/', 'ma-giam-gia/', 'doi-soat/', 'doi-soat/2026-11/htx-mau.pdf', 'thu/']) {
    const answer = await shop.desk.get(`/quan-ly/${path}`);
    expect([path, answer.status, answer.headers.get('cache-control'), answer.headers.get('location')?.startsWith('/quan-ly/dang-nhap/')]).toEqual([path, 303, 'no-store', true]);
  }
  const { cookie } = await shop.desk.enter('Lan');
  for (const path of [`don-hang/${number}/viec/`, `don-hang/${number}/chu-the/`, `don-hang/${number}/xoa-nguoi-mua/`, 'don-hang/tim/', 'kho/', 'thu-tien/', 'ma-giam-gia/', 'thu/']) {
    expect([path, (await shop.desk.post(`/quan-ly/${path}`, { viec: 'confirmed' }, { cookie })).status]).toEqual([path, 403]);
  }
});
