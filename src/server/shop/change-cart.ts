import type { Shop } from '../../catalogue/shop.ts';
import { isSoldOn } from '../../domain/basket.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { MOST_OF_ONE } from '../../domain/cart.ts';
import { priceCart } from '../../domain/cart-pricing.ts';
import { putIn, setQuantity, type KeptCart } from '../../domain/kept-cart.ts';
import { CART_DEEDS, CART_FIELDS } from '../../publish/cart-view.ts';

export interface CartChange {
  cart: KeptCart;
  /** What to tell, of which goods. */
  note?: 'added' | 'full' | 'not-sold';
  sku?: string;
}

/** A cart after one form was sent; undefined for a form that asks for nothing known. */
export function changeCart(cart: KeptCart, form: URLSearchParams, shop: Shop, day: IsoDate): CartChange | undefined {
  const text = (field: keyof typeof CART_FIELDS): string => (form.get(CART_FIELDS[field]) ?? '').normalize('NFC').trim();
  const sku = text('sku');
  const deed = (form.getAll(CART_FIELDS.do).at(-1) ?? '').trim();
  const step = deed === `${CART_DEEDS.set}+1` ? 1 : deed === `${CART_DEEDS.set}-1` ? -1 : 0;
  const typed = /^\d{1,4}$/.test(text('quantity')) ? Math.min(MOST_OF_ONE, Number(text('quantity'))) : undefined;
  if (step !== 0 || deed === CART_DEEDS.set) {
    return typed === undefined ? { cart } : { cart: seen(setQuantity(cart, sku, Math.max(0, typed + step)), shop, day, sku) };
  }
  switch (deed) {
    case CART_DEEDS.add:
      return add(cart, { sku, quantity: Math.max(1, typed ?? 1) }, shop, day);
    case CART_DEEDS.remove:
      return { cart: setQuantity(cart, sku, 0) };
    case CART_DEEDS.voucher:
      return { cart: { ...withoutVoucher(cart), ...(text('voucher') !== '' && { voucher: text('voucher').slice(0, 40) }) } };
    case CART_DEEDS.dropVoucher:
      return { cart: withoutVoucher(cart) };
    case CART_DEEDS.province:
      return { cart: { ...withoutProvince(cart), ...(/^[a-z0-9-]{1,60}$/.test(text('province')) && { province: text('province') }) } };
    case CART_DEEDS.seen:
      return { cart: seen(cart, shop, day) };
    default:
      // A form whose only field is the province is sent by a change of it, without a button.
      return form.has(CART_FIELDS.province) ? changeCart(cart, new URLSearchParams({ [CART_FIELDS.do]: CART_DEEDS.province, [CART_FIELDS.province]: text('province') }), shop, day) : undefined;
  }
}

function add(cart: KeptCart, { sku, quantity }: { sku: string; quantity: number }, shop: Shop, day: IsoDate): CartChange {
  const offer = shop.offer(sku);
  const basket = shop.basket(sku);
  if (offer === undefined && (basket === undefined || !isSoldOn(basket, day))) return { cart, note: 'not-sold', sku };
  const next = putIn(cart, { sku, quantity: Math.max(quantity, offer?.minimum ?? 1) });
  return next === 'full' ? { cart, note: 'full', sku } : { cart: seen(next, shop, day, sku), note: 'added', sku };
}

/** Remembers today's price as the one that was seen: of one SKU, or of all. */
function seen(cart: KeptCart, shop: Shop, day: IsoDate, only?: string): KeptCart {
  return {
    ...cart,
    lines: cart.lines.map((line) => {
      if (only !== undefined && line.sku !== only) return line;
      const priced = priceCart(shop, { lines: [{ sku: line.sku, quantity: line.quantity }], day });
      return 'cart' in priced && priced.cart.lines[0] !== undefined ? { ...line, seenDong: priced.cart.lines[0].unitDong } : line;
    }),
  };
}

function withoutVoucher({ lines, province }: KeptCart): KeptCart {
  return { lines, ...(province !== undefined && { province }) };
}

function withoutProvince({ lines, voucher }: KeptCart): KeptCart {
  return { lines, ...(voucher !== undefined && { voucher }) };
}
