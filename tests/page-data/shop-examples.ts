import { EMPTY_CHECKOUT, type CheckoutView } from '../../src/publish/checkout-view.ts';
import type { CartView } from '../../src/publish/cart-view.ts';
import type { OrderView } from '../../src/publish/order-view.ts';
import type { ShopView } from '../../src/publish/shop-view.ts';

const price = (unitDong: number, quantity: number, discountDong = 0) => ({ unitDong, discountDong, totalDong: unitDong * quantity - discountDong });

export const CART: CartView = {
  lines: [
    { sku: 'mat-ong-mau-chai-500ml', quantity: 2, price: price(160_000, 2, 32_000) },
    { sku: 'khan-lua-mau-chiec', quantity: 1, price: price(390_000, 1) },
    { sku: 'gio-bep-que-mau', quantity: 1, price: price(339_000, 1) },
  ],
  totals: { goodsDong: 1_049_000, discountDong: 32_000, shippingDong: 32_000, totalDong: 1_049_000 },
  voucher: { code: 'MAU10' },
  province: 'ha-noi',
  zone: { id: 'con-lai', name: { vi: 'Các tỉnh khác', en: 'Other provinces' }, places: ['*'], baseDong: 32_000, perKgDong: 6_000, freeFromDong: 800_000, days: { from: 2, to: 5 } },
};

/** Everything at once that can have changed. */
export const CHANGED_CART: CartView = {
  lines: [
    { sku: 'mat-ong-mau-chai-500ml', quantity: 2, seenDong: 150_000, price: price(160_000, 2) },
    { sku: 'mat-ong-mau-hu-200g', quantity: 9, price: price(95_000, 9), left: 3, fault: { kind: 'stock', left: 3 } },
    { sku: 'mien-dong-mau-goi-500g', quantity: 1, price: price(78_000, 1), left: 0, fault: { kind: 'stock', left: 0 } },
    { sku: 'khong-con-ban', quantity: 1, fault: { kind: 'not-sold' } },
  ],
  totals: { goodsDong: 1_253_000, discountDong: 0, totalDong: 1_253_000 },
  voucher: { code: 'MAU99', fault: { kind: 'unknown' } },
};

export const CHECKOUT: CheckoutView = {
  cart: CART,
  values: { ...EMPTY_CHECKOUT, province: 'ha-noi', payment: 'cod' },
  problems: [],
  payments: ['cod', 'vietqr', 'practice'],
  key: 'k'.repeat(24),
  kept: '1~mat-ong-mau-chai-500ml.2',
};

export const ORDER: OrderView = {
  token: 'thu-mot-hai-ba-bon',
  number: 'DH000042C',
  state: 'awaiting-payment',
  placedAt: Date.parse('2026-11-28T03:12:00Z'),
  payment: 'vietqr',
  lines: [
    {
      sku: 'mat-ong-mau-chai-500ml',
      quantity: 2,
      unitDong: 160_000,
      discountDong: 32_000,
      totalDong: 288_000,
      snapshot: { name: { vi: 'Mật ong Mẫu', en: 'Mẫu honey' }, label: 'Chai 500 ml', productId: 'mat-ong-mau', producerId: 'htx-mau', producer: 'HTX Mẫu', star: { stars: 4 }, sample: true },
    },
  ],
  goodsDong: 320_000,
  discountDong: 32_000,
  voucher: 'MAU10',
  shippingDong: 32_000,
  totalDong: 320_000,
  dueNowDong: 320_000,
  paidDong: 0,
  refundedDong: 0,
  delivery: { kind: 'home', provinceCode: '01', communeCode: '00004', street: '12 ngõ Mẫu' },
  person: { name: 'Nguyễn Thị Mẫu', phone: '+84912345678', email: 'mau@example.vn' },
  steps: [],
  shipments: [],
  heldUntil: Date.parse('2026-11-28T04:12:00Z'),
  mayCancel: true,
  isNew: true,
};

/** One view a step, by the name of its picture. */
export const SHOP_EXAMPLES: Readonly<Record<string, { vi: string; en: string; shop: ShopView }>> = {
  cart: { vi: '/gio-hang/', en: '/en/cart/', shop: { page: 'cart', cart: CART, note: { kind: 'added', sku: 'mat-ong-mau-chai-500ml' } } },
  'cart-changed': { vi: '/gio-hang/', en: '/en/cart/', shop: { page: 'cart', cart: CHANGED_CART } },
  'cart-empty': { vi: '/gio-hang/', en: '/en/cart/', shop: { page: 'cart', cart: { lines: [] } } },
  checkout: { vi: '/dat-hang/', en: '/en/checkout/', shop: { page: 'checkout', checkout: CHECKOUT } },
  'checkout-faults': {
    vi: '/dat-hang/',
    en: '/en/checkout/',
    shop: {
      page: 'checkout',
      checkout: {
        ...CHECKOUT,
        values: { ...CHECKOUT.values, way: 'hotel', province: 'ha-tinh', communeName: 'Cẩm Mỹ', phone: '12', payment: 'vietqr', wantsInvoice: true },
        problems: [
          { field: 'name', text: 'Xin cho biết họ tên.' },
          { field: 'phone', text: 'Chưa đúng số điện thoại: xin viết như 0912 345 678.' },
          { field: 'communeName', text: 'Tên này nay có thể là vài xã, phường: xin chọn một.' },
        ],
        candidates: ['18694', '18676'],
        agreedDong: 1_020_000,
      },
    },
  },
  'checkout-pickup': { vi: '/dat-hang/', en: '/en/checkout/', shop: { page: 'checkout', checkout: { ...CHECKOUT, values: { ...CHECKOUT.values, way: 'pickup' } } } },
  'order-vietqr': {
    vi: '/don-hang/',
    en: '/en/orders/',
    shop: { page: 'order', order: { ...ORDER, pay: { kind: 'vietqr', amountDong: 320_000, bank: 'Ngân hàng Mẫu', account: 'MAU0000000001', owner: 'HTX MAU', content: 'OCOP7K2M9QX4T', modules: 29, path: 'M0 0h7v7h-7zM22 0h7v7h-7zM0 22h7v7h-7zM10 10h9v9h-9z', isDeposit: false, practiceUrl: '/thanh-toan-thu/x/' } } },
  },
  'order-practice': { vi: '/don-hang/', en: '/en/orders/', shop: { page: 'order', order: { ...ORDER, payment: 'practice', pay: { kind: 'redirect', amountDong: 320_000, provider: 'practice', url: '/thanh-toan-thu/x/' } } } },
  'order-cod': { vi: '/don-hang/', en: '/en/orders/', shop: { page: 'order', order: { ...ORDER, payment: 'cod', dueNowDong: 0, state: 'awaiting-confirmation' } } },
  'order-shipped': {
    vi: '/don-hang/',
    en: '/en/orders/',
    shop: {
      page: 'order',
      order: {
        ...ORDER,
        isNew: false,
        state: 'shipped',
        paidDong: 320_000,
        mayCancel: false,
        steps: [
          { what: 'paid', at: Date.parse('2026-11-28T03:20:00Z') },
          { what: 'preparing', at: Date.parse('2026-11-28T05:00:00Z') },
          { what: 'shipped', at: Date.parse('2026-11-29T02:00:00Z') },
        ],
        shipments: [{ producer: 'HTX Mẫu', carrier: 'Viettel Post', tracking: 'VTP123456789', at: Date.parse('2026-11-29T02:00:00Z') }],
      },
    },
  },
  'order-cancelled': { vi: '/don-hang/', en: '/en/orders/', shop: { page: 'order', order: { ...ORDER, isNew: false, state: 'cancelled', mayCancel: false, steps: [{ what: 'cancelled', at: Date.parse('2026-11-28T03:20:00Z') }] } } },
  find: { vi: '/don-hang/', en: '/en/orders/', shop: { page: 'find-order', find: { number: '', phone: '', problems: {}, sent: false } } },
  'find-sent': { vi: '/don-hang/', en: '/en/orders/', shop: { page: 'find-order', find: { number: '', phone: '', problems: {}, sent: true } } },
  refused: { vi: '/gio-hang/', en: '/en/cart/', shop: { page: 'refused', reason: 'unknown-order' } },
};
