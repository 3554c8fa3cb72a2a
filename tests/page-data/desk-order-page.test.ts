import { describe, expect, test } from 'vitest';
import { deskOrderPage } from '../../src/page-data/desk/shop/desk-order-page.ts';
import type { OrderDetails } from '../../src/publish/desk-shop/order-details.ts';
import { practiceCatalogue } from '../server/orders/shop-server.ts';

const AT = Date.parse('2026-11-28T03:12:00Z');
const ORDER: OrderDetails = {
  number: 'DH0000012',
  state: 'paid',
  language: 'vi',
  payment: 'vietqr',
  transferCode: 'OCOP7K2M9QX4T',
  at: AT,
  goodsDong: 190_000,
  discountDong: 0,
  shippingDong: 24_000,
  totalDong: 214_000,
  dueNowDong: 214_000,
  paidDong: 214_000,
  refundedDong: 0,
  lines: [],
  buyerLink: 'https://ocop.example/don-hang/x/',
  place: 'xã Thiên Cầm, tỉnh Hà Tĩnh',
  parts: [{ producerId: 'htx-mau', producer: 'HTX Mẫu', packs: [{ name: 'Nước mắm cốt Mẫu', sku: 'x', quantity: 2 }], mailed: false, untold: false }],
  tasks: [],
  history: [{ what: 'paid', who: 'payment', at: AT, from: 'awaiting-payment', to: 'paid', fits: true }],
  payments: [],
  events: ['shipped', 'delivered', 'cancelled-by-office'],
  failures: 0,
  sample: true,
};
const page = (more: Partial<OrderDetails> = {}) =>
  deskOrderPage({ catalogue: practiceCatalogue(), asOf: '2026-11-28', siteUrl: 'https://ocop.example', mode: 'server', desk: { user: { name: 'Lan', role: 'approver' }, content: { kind: 'order', order: { ...ORDER, ...more } } } })!;

describe('an order at the desk', () => {
  test('whose deposit came is not called paid, neither in its state nor in its history', () => {
    const [full, deposit] = [page(), page({ payment: 'cod', dueNowDong: 64_000, paidDong: 64_000 })];
    expect([full.stateName, full.steps[0]?.what, full.steps[0]?.moved]).toEqual(['đã trả tiền', 'Nhận đủ tiền', 'đã trả tiền']);
    expect([deposit.stateName, deposit.steps[0]?.what, deposit.steps[0]?.moved]).toEqual(['đã đặt cọc', 'Nhận đủ tiền đặt cọc', 'đã đặt cọc']);
  });

  test('names what a transfer says only where one is waited for', () => {
    const named = (more: Partial<OrderDetails>): boolean => page(more).money.some(({ label }) => label === 'Nội dung chuyển khoản');
    expect([named({}), named({ payment: 'stripe' }), named({ payment: 'cod', dueNowDong: 64_000 }), named({ payment: 'cod', dueNowDong: 0 })]).toEqual([true, false, true, false]);
  });

  test('offers nothing loudly while the producer has the word, nor when all is done; else the usual next step', () => {
    const loud = (more: Partial<OrderDetails>): string[] => page(more).next.filter(({ weighty }) => weighty).map(({ value }) => value);
    expect(loud({})).toEqual([]);
    expect(loud({ parts: [] })).toEqual(['shipped']);
    expect(loud({ state: 'awaiting-confirmation', events: ['confirmed', 'cancelled-by-office'] })).toEqual(['confirmed']);
    expect(loud({ state: 'shipped', events: ['delivered', 'delivery-failed', 'returned'] })).toEqual(['delivered']);
    expect(loud({ state: 'delivered', events: ['returned'] })).toEqual([]);
    expect(page({ state: 'delivered', events: ['returned'] }).advice).toContain('Đơn đã xong');
  });
});
