import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GiftBasket } from '../../src/domain/basket.ts';
import { priceCart, type CartToPrice, type PriceList } from '../../src/domain/cart-pricing.ts';
import type { Offer } from '../../src/domain/offer.ts';
import type { Voucher } from '../../src/domain/voucher.ts';

const DAY = '2026-11-28';
const RUNS = process.env['LONG_TESTS'] === '1' ? 100_000 : 10_000;

const offer = (sku: string, more: Partial<Offer> = {}): Offer => ({
  productId: sku.split('-')[0] as string,
  sku,
  netQuantity: { amount: 500, unit: 'g' },
  priceDong: 95_000,
  tiers: [],
  openingStock: 100,
  weightGrams: 600,
  minimum: 1,
  sample: true,
  ...more,
});

const basket = (id: string, more: Partial<GiftBasket> = {}): GiftBasket => ({ id, name: { vi: 'Giỏ' }, lines: [{ sku: 'mam-500', quantity: 2 }, { sku: 'mat-200', quantity: 1 }], priceDong: 300_000, packingGrams: 400, sample: true, ...more });

const OFFERS = [
  offer('mam-500', { tiers: [{ from: 12, priceDong: 88_000 }, { from: 48, priceDong: 82_000 }] }),
  offer('mat-200', { priceDong: 33_333, weightGrams: 250 }),
  offer('nep-1kg', { priceDong: 41_999, weightGrams: 1_050, minimum: 3 }),
  offer('ve-ngay', { priceDong: 150_000, weightGrams: 0 }),
];

function listOf(offers: readonly Offer[], baskets: readonly GiftBasket[] = []): PriceList {
  return {
    offer: (sku) => offers.find((one) => one.sku === sku),
    basket: (id) => baskets.find((one) => one.id === id),
    delivery: {
      zones: [
        { id: 'gan', name: { vi: 'Gần' }, places: ['ha-tinh'], baseDong: 20_000, perKgDong: 4_000, freeFromDong: 500_000 },
        { id: 'dao', name: { vi: 'Đảo' }, places: ['ha-tinh/hon-dao'], baseDong: 90_000, perKgDong: 9_000 },
        { id: 'xa', name: { vi: 'Xa' }, places: ['*'], baseDong: 35_000, perKgDong: 6_000 },
      ],
      pickup: ['quay-mau'],
    },
  };
}
const LIST = listOf(OFFERS, [basket('gio-qua', {}), basket('gio-tet', { until: '2026-02-01' })]);

function priced(cart: Omit<CartToPrice, 'day'>, list = LIST) {
  const result = priceCart(list, { ...cart, day: DAY });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.cart;
}

describe('the price of a cart', () => {
  test('is that of the snapshot, each line with its tier', () => {
    expect(priced({ lines: [{ sku: 'mam-500', quantity: 11 }] }).totalDong).toBe(11 * 95_000);
    expect(priced({ lines: [{ sku: 'mam-500', quantity: 12 }] }).totalDong).toBe(12 * 88_000);
    expect(priced({ lines: [{ sku: 'mam-500', quantity: 48 }] }).totalDong).toBe(48 * 82_000);
  });

  test('counts two lines of one SKU as one, also for the tier', () => {
    const { lines, packs } = priced({ lines: [{ sku: 'mam-500', quantity: 6 }, { sku: 'mam-500', quantity: 6 }] });
    expect(lines).toEqual([{ kind: 'pack', sku: 'mam-500', quantity: 12, unitDong: 88_000, discountDong: 0, totalDong: 1_056_000 }]);
    expect(packs).toEqual([{ sku: 'mam-500', quantity: 12 }]);
  });

  test('takes a basket apart for the stock, together with loose packs of the same', () => {
    const cart = priced({ lines: [{ sku: 'gio-qua', quantity: 3 }, { sku: 'mam-500', quantity: 1 }] });
    expect(cart.packs).toEqual([{ sku: 'mam-500', quantity: 7 }, { sku: 'mat-200', quantity: 3 }]);
    expect(cart.goodsDong).toBe(3 * 300_000 + 95_000);
    expect(cart.weightGrams).toBe(3 * (2 * 600 + 250 + 400) + 600);
  });

  test('adds delivery by zone, by commune before province, by kilograms begun, nothing above the free limit', () => {
    const ship = (province: string, commune?: string, quantity = 1) => priced({ lines: [{ sku: 'mam-500', quantity }], delivery: { kind: 'ship', province, ...(commune !== undefined && { commune }) } }).shippingDong;
    expect(ship('ha-tinh')).toBe(20_000);
    expect(ship('ha-tinh', 'thien-cam', 2)).toBe(24_000);
    expect(ship('ha-tinh', 'hon-dao')).toBe(90_000);
    expect(ship('ca-mau', undefined, 4)).toBe(35_000 + 2 * 6_000);
    expect(ship('ha-tinh', undefined, 6)).toBe(0);
  });

  test('asks nothing for picking up, nor for what weighs nothing', () => {
    expect(priced({ lines: [{ sku: 'mam-500', quantity: 1 }], delivery: { kind: 'pickup', outlet: 'quay-mau' } }).shippingDong).toBe(0);
    expect(priced({ lines: [{ sku: 've-ngay', quantity: 2 }], delivery: { kind: 'ship', province: 'ca-mau' } }).shippingDong).toBe(0);
  });

  test('names every fault at once', () => {
    const faults = (cart: Omit<CartToPrice, 'day'>, list = LIST) => priceCart(list, { ...cart, day: DAY });
    expect(faults({ lines: [] })).toEqual({ faults: [{ kind: 'empty' }] });
    expect(faults({ lines: [{ sku: 'mam-500', quantity: 0 }, { sku: 'x', quantity: 1.5 }] })).toEqual({ faults: [{ kind: 'quantity', sku: 'mam-500', most: 9_999 }, { kind: 'quantity', sku: 'x', most: 9_999 }] });
    expect(faults({ lines: [{ sku: 'nep-1kg', quantity: 2 }, { sku: 'ruou', quantity: 1 }, { sku: 'gio-tet', quantity: 1 }], delivery: { kind: 'pickup', outlet: 'khac' } })).toEqual({
      faults: [{ kind: 'not-sold', sku: 'gio-tet' }, { kind: 'minimum', sku: 'nep-1kg', minimum: 3 }, { kind: 'not-sold', sku: 'ruou' }, { kind: 'no-pickup' }],
    });
    const { delivery, ...nowhere } = LIST;
    expect(delivery).toBeDefined();
    expect(faults({ lines: [{ sku: 'mam-500', quantity: 1 }], delivery: { kind: 'ship', province: 'ha-tinh' } }, { ...nowhere, delivery: undefined })).toEqual({ faults: [{ kind: 'not-delivered' }] });
    expect(faults({ lines: Array.from({ length: 51 }, (_, at) => ({ sku: `s-${at}`, quantity: 1 })) })).toEqual({ faults: [{ kind: 'too-many-lines', most: 50 }] });
  });
});

describe('a voucher', () => {
  const voucher = (more: Partial<Voucher>): Voucher => ({ code: 'MAU10', name: { vi: 'Thử' }, discount: { kind: 'percent', percent: 10 }, sample: true, ...more });

  test('is shared out over the lines in their proportion, to the đồng', () => {
    const cart = priced({ lines: [{ sku: 'mam-500', quantity: 1 }, { sku: 'mat-200', quantity: 1 }], voucher: voucher({ discount: { kind: 'amount', dong: 10_000 } }) });
    expect(cart.lines.map(({ discountDong }) => discountDong)).toEqual([7_403, 2_597]);
    expect(cart.totalDong).toBe(118_333);
  });

  test('counts only the goods it names, and its percent is rounded down', () => {
    const cart = priced({ lines: [{ sku: 'mam-500', quantity: 1 }, { sku: 'mat-200', quantity: 1 }], voucher: voucher({ products: ['mat'] }) });
    expect(cart.lines.map(({ discountDong }) => discountDong)).toEqual([0, 3_333]);
  });

  test('never makes goods cheaper than nothing', () => {
    expect(priced({ lines: [{ sku: 'mat-200', quantity: 1 }], voucher: voucher({ discount: { kind: 'amount', dong: 999_999 } }) }).totalDong).toBe(0);
  });

  test.each([
    [{ from: '2026-12-01' }, { kind: 'not-yet', from: '2026-12-01' }],
    [{ until: '2026-11-27' }, { kind: 'over', until: '2026-11-27' }],
    [{ products: ['tra'] }, { kind: 'no-goods' }],
    [{ minimumDong: 95_001 }, { kind: 'minimum', minimumDong: 95_001 }],
  ] as const)('that does not fit (%o) says why and leaves the price as it is', (more, fault) => {
    const cart = priced({ lines: [{ sku: 'mam-500', quantity: 1 }], voucher: voucher(more) });
    expect(cart).toMatchObject({ voucherFault: fault, totalDong: 95_000, discountDong: 0 });
  });
});

test(`in ${RUNS} random carts lines, discounts and delivery add up to the total, in whole đồng`, () => {
  const money = fc.integer({ min: 1, max: 5_000_000 });
  const offers = fc.uniqueArray(fc.record({ sku: fc.constantFrom('a-1', 'b-1', 'c-1', 'd-1', 'e-1', 'f-1'), priceDong: money, weightGrams: fc.nat(20_000), tier: fc.option(fc.tuple(fc.integer({ min: 2, max: 40 }), fc.double({ min: 0.1, max: 0.99, noNaN: true }))) }), { selector: ({ sku }) => sku, minLength: 1 });
  const discount = fc.oneof(
    fc.record({ kind: fc.constant('amount' as const), dong: money }),
    fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 100 }) }, { requiredKeys: ['kind', 'percent'] }),
  );
  fc.assert(
    fc.property(offers, fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 8 }), fc.option(discount), fc.constantFrom('ha-tinh', 'ca-mau'), money, fc.boolean(), (rows, picks, off, province, basketDong, onlySome) => {
      const sold = rows.map(({ tier, ...row }) => offer(row.sku, { ...row, tiers: tier === null ? [] : [{ from: tier[0], priceDong: Math.max(1, Math.floor(row.priceDong * tier[1])) }] }));
      const first = sold[0] as Offer;
      const list = listOf(sold, [basket('gio-qua', { lines: [{ sku: first.sku, quantity: 2 }], priceDong: basketDong })]);
      const lines = picks.map(([at, quantity]) => ({ sku: at === 5 ? 'gio-qua' : (sold[at % sold.length] as Offer).sku, quantity }));
      const voucher = off === null ? undefined : { code: 'X', name: { vi: 'x' }, discount: off, sample: true, ...(onlySome && { products: [first.productId] }) };
      const cart = priced({ lines, delivery: { kind: 'ship', province }, ...(voucher && { voucher }) }, list);
      const sum = (of: (line: (typeof cart.lines)[number]) => number): number => cart.lines.reduce((total, line) => total + of(line), 0);
      expect(sum(({ totalDong }) => totalDong) + cart.shippingDong).toBe(cart.totalDong);
      expect(sum(({ quantity, unitDong }) => quantity * unitDong)).toBe(cart.goodsDong);
      expect(sum(({ discountDong }) => discountDong)).toBe(cart.discountDong);
      for (const { quantity, unitDong, discountDong, totalDong } of cart.lines) {
        for (const amount of [unitDong, discountDong, totalDong]) if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`${amount} is no amount`);
        expect(totalDong).toBe(quantity * unitDong - discountDong);
      }
      const packs = cart.packs.reduce((total, { quantity }) => total + quantity, 0);
      expect(packs).toBe(lines.reduce((total, { sku, quantity }) => total + (sku === 'gio-qua' ? 2 * quantity : quantity), 0));
    }),
    { numRuns: RUNS },
  );
});
