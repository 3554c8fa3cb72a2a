import type { ShopEvent } from '../domain/shop-event.ts';
import type { Voucher, VoucherDiscount } from '../domain/voucher.ts';
import type { RawRecord } from './raw-register.ts';
import type { VoucherRecord } from './schemas/voucher.ts';

/** A voucher of an event counts for the event's products, and on its days unless the record says others. */
export function parseVoucher({ id, record, sample }: RawRecord<VoucherRecord>, event: ShopEvent | undefined): Voucher {
  const { discount, event: _event, products, from, until, ...rest } = record;
  const counted = products ?? event?.products;
  const [first, last] = [from ?? event?.from, until ?? event?.until];
  return {
    ...rest,
    code: id.toUpperCase().replaceAll('-', ''),
    discount: discountOf(discount),
    ...(counted !== undefined && { products: counted }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { until: last }),
    sample,
  };
}

function discountOf(discount: VoucherRecord['discount']): VoucherDiscount {
  return 'dong' in discount ? { kind: 'amount', dong: discount.dong } : { kind: 'percent', ...discount };
}
