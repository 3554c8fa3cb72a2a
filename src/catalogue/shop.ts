import type { GiftBasket } from '../domain/basket.ts';
import type { DeliverySettings } from '../domain/delivery.ts';
import type { Offer } from '../domain/offer.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { ShopEvent } from '../domain/shop-event.ts';
import type { Voucher } from '../domain/voucher.ts';
import type { Seller, ShopSettings } from './schemas/shop.ts';

/** Who contracts with buyers. In practice mode it is a fictional one. */
export interface ActingSeller extends Seller {
  sample: boolean;
}

/** What can be bought, of whom and how it is brought. Everything by the one seller: only goods that the seller may sell are in it. */
export interface Shop {
  /** Undefined: nothing is sold here. */
  seller: ActingSeller | undefined;
  settings: ShopSettings;
  delivery: DeliverySettings | undefined;
  /** By SKU. Empty without a seller. */
  offers: readonly Offer[];
  /** By id. */
  baskets: readonly GiftBasket[];
  outlets: readonly Outlet[];
  /** Soonest first. */
  events: readonly ShopEvent[];
  /** By code. */
  vouchers: readonly Voucher[];

  offer(sku: string): Offer | undefined;
  /** In the order of the file. */
  offersOf(productId: string): readonly Offer[];
  basket(id: string): GiftBasket | undefined;
  outlet(id: string): Outlet | undefined;
  event(id: string): ShopEvent | undefined;
  /** By its code as printed, see `voucherCode`. */
  voucher(code: string): Voucher | undefined;
}
