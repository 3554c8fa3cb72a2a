import type { WebDoor } from '../http/web-door.ts';
import { availabilityDoor } from './availability-door.ts';
import { cartDoor } from './cart-door.ts';
import { cartPriceDoor } from './cart-price-door.ts';
import { checkoutDoor } from './checkout-door.ts';
import { merchantFeedDoor } from './merchant-feed-door.ts';
import { orderDoor } from './order-door.ts';
import type { OrderDoorParts } from './shop-door-parts.ts';

/** Everything that a buyer sees besides published pages. */
export function shopDoors(parts: OrderDoorParts): WebDoor[] {
  return [cartDoor(parts), availabilityDoor(parts), cartPriceDoor(parts), checkoutDoor(parts), orderDoor(parts), merchantFeedDoor(parts)];
}
