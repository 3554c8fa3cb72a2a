import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { checkOrder } from '../../../src/server/orders/check-order.ts';
import { problemText } from '../../../src/server/orders/order-problem.ts';
import { orderRequestSchema, type OrderRequest } from '../../../src/server/orders/order-request.ts';
import { orderBody, practiceCatalogue } from './shop-server.ts';

/** The practice shop with one price for everything. */
function priced(priceDong: number): Catalogue {
  const catalogue = practiceCatalogue();
  const offer = (sku: string) => {
    const found = catalogue.shop.offer(sku);
    return found && { ...found, priceDong, tiers: [] };
  };
  return { ...catalogue, shop: { ...catalogue.shop, offer } as Catalogue['shop'] };
}

const asked = (payment: string): OrderRequest => orderRequestSchema.parse(orderBody({ lines: [{ sku: 'nuoc-mam-cot-mau-chai-500ml', quantity: 1 }], delivery: { kind: 'pickup', outlet: 'quay-mau' }, payment, totalDong: 1 }));
const check = (priceDong: number, payment: string) => checkOrder({ catalogue: priced(priceDong), day: '2026-11-24', payments: ['cod', 'vietqr', 'stripe'] }, asked(payment));

test.each([
  [100_000_000, 'card-too-large', 'Thẻ trả được tối đa 99.999.999\u00a0₫ một đơn: hãy chia thành nhiều đơn, hoặc chọn cách trả tiền khác.'],
  [14_999, 'card-too-small', 'Thẻ chỉ trả được từ 15.000\u00a0₫: hãy mua thêm, hoặc chọn cách trả tiền khác.'],
])('%i đồng by card is refused before anything is held', (price, kind, words) => {
  const checked = check(price, 'stripe');
  if (!('problems' in checked)) throw new Error('taken');
  expect(checked.problems).toMatchObject([{ field: 'payment', fault: { kind } }]);
  expect(problemText(checked.problems[0] as (typeof checked.problems)[0], 'vi')).toBe(words);
});

test('what a card takes, and any amount by other ways, is no fault', () => {
  for (const [price, payment] of [[99_999_999, 'stripe'], [15_000, 'stripe'], [100_000_000, 'cod']] as const) expect(check(price, payment)).toHaveProperty('changed');
});
