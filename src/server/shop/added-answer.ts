import { translator } from '../../i18n/translate.ts';
import { cartPath, type Language } from '../../paths.ts';
import type { CartChange } from './change-cart.ts';
import { pricedCart } from './cart-door.ts';
import type { ShopDoorParts } from './shop-door-parts.ts';

/** For the buy box: what became of putting goods in, and what is wrong with it by now. */
export async function addedAnswer(parts: ShopDoorParts, language: Language, { cart, note, sku }: CartChange, cookie: string): Promise<Response> {
  const t = translator(language);
  const line = (await pricedCart(parts, cart)).lines.find((one) => one.sku === sku);
  const fault = line?.fault;
  const text =
    note === 'full' || note === 'not-sold'
      ? t(`cart.note.${note}`)
      : fault?.kind === 'stock'
        ? t(fault.left === 0 ? 'cart.changed.soldOut' : 'buy.addedLeft', { left: fault.left })
        : t('buy.added');
  const body = { text, isProblem: note !== 'added' || fault !== undefined, cart: cartPath(language) };
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; charset=utf-8', 'set-cookie': cookie } });
}
