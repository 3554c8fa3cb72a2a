import { expect, test } from 'vitest';
import { ORDER_MAIL_KINDS, orderMail, type OrderMailFacts } from '../../../src/server/mail/templates/order-mail.ts';

const facts = (more: Partial<OrderMailFacts> = {}): OrderMailFacts => ({ number: 'DH0000012', language: 'vi', payment: 'cod', lines: [{ name: 'Mắm <b>', label: 'Chai', quantity: 2, totalDong: 190_000 }], shippingDong: 24_000, totalDong: 214_000, stillDueDong: 0, atTheDoorDong: 214_000, paidDong: 0, refundedDong: 0, parcels: [], link: 'https://ocop.example/don-hang/x/', seller: 'HTX Mẫu', sample: true, ...more });

test.each(ORDER_MAIL_KINDS.flatMap((kind) => (['vi', 'en'] as const).map((language) => ({ kind, language }))))('$kind in $language has text and HTML, its link, and no markup from goods', ({ kind, language }) => {
  const { subject, text, html } = orderMail(kind, facts({ language }));
  expect(subject).toContain('DH-000001-2');
  expect(text).toContain('https://ocop.example/don-hang/x/');
  expect(html).toContain('href="https://ocop.example/don-hang/x/"');
  expect(html).not.toContain('Mắm <b>');
  expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}|undefined|NaN/);
});

test('says what is to be paid, when, and where the parcel is', () => {
  expect(orderMail('order-received', facts()).text).toContain('gọi để xác nhận. Khi nhận hàng, xin trả 214.000\u00a0₫');
  expect(orderMail('order-received', facts({ payment: 'vietqr', stillDueDong: 214_000, atTheDoorDong: 0 })).text).toContain('Còn phải trả 214.000\u00a0₫');
  expect(orderMail('order-shipped', facts({ parcels: [{ carrier: 'EMS', trackingCode: 'E1' }] })).text).toContain('EMS · E1');
  expect(orderMail('order-received', facts({ stillDueDong: 64_000, atTheDoorDong: 150_000 })).text).toMatch(/Còn phải trả 64\.000\u00a0₫[^]*Khi nhận hàng, xin trả 150\.000\u00a0₫/);
  expect(orderMail('order-received', facts({ shippingDong: 0 })).text).toContain('Giao hàng: miễn phí');
  expect(orderMail('order-cancelled', facts({ paidDong: 100_000 })).text).toContain('hoàn lại 100.000\u00a0₫');
});

test.each(['vi', 'en'] as const)('a deposit is not called the payment of the order, in %s', (language) => {
  const deposit = orderMail('order-paid', facts({ language, paidDong: 64_000, atTheDoorDong: 150_000 }));
  expect(deposit.subject).toBe(language === 'vi' ? 'Đã nhận đặt cọc của đơn DH-000001-2' : 'Deposit for order DH-000001-2 received');
  expect(deposit.text).toContain(language === 'vi' ? 'tiền đặt cọc của đơn DH-000001-2' : 'the deposit for order DH-000001-2');
  expect(orderMail('order-paid', facts({ language, payment: 'vietqr', paidDong: 214_000, atTheDoorDong: 0 })).subject).toBe(language === 'vi' ? 'Đơn DH-000001-2 đã thanh toán' : 'Order DH-000001-2 paid');
});

test('what waits at an outlet is not called sent, nor paid for when it arrives', () => {
  const ready = orderMail('order-shipped', facts({ pickup: true, parcels: [{ carrier: 'HTX giao' }] }));
  expect(ready.subject).toBe('Đơn DH-000001-2 đã sẵn ở điểm bán');
  expect(ready.text).toContain('Khi đến nhận, xin trả 214.000\u00a0₫');
  expect(orderMail('order-received', facts({ pickup: true })).text).toContain('Khi đến nhận, xin trả 214.000\u00a0₫');
  const english = facts({ pickup: true, language: 'en' });
  expect(`${orderMail('order-shipped', english).text}${orderMail('order-received', english).text}`).not.toMatch(/on their way|arrive/);
});
