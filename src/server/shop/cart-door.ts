import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { KeptCart } from '../../domain/kept-cart.ts';
import { cartPath, LANGUAGES, type Language } from '../../paths.ts';
import type { CartView } from '../../publish/cart-view.ts';
import type { CartNote } from '../../publish/shop-view.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { plainAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import type { WebDoor } from '../http/web-door.ts';
import { isVoucherStopped } from '../orders/count-voucher.ts';
import { addedAnswer } from './added-answer.ts';
import { cartCookie, cartOf } from './cart-cookie.ts';
import { changeCart, type CartChange } from './change-cart.ts';
import { priceKeptCart } from './price-kept-cart.ts';
import { answered, refuse, type ShopDoorParts } from './shop-door-parts.ts';
import { packsBehind, stockLeft } from './stock-left.ts';

const LONGEST_FORM = 8 * 1024;
const BODIES_AT_ONCE = 64;
/** What just happened, in the address for as long as it is said once: `?them=<sku>`. */
const NOTES = { them: 'added', day: 'full', khong: 'not-sold', xem: 'look-again' } as const;

/** `/gio-hang/`: the cart with today's prices; what it holds lies with the visitor, in one cookie. */
export function cartDoor(parts: ShopDoorParts): WebDoor {
  const bodies = new FewAtOnce(BODIES_AT_ONCE, BODIES_AT_ONCE);
  return {
    takes: (path) => languageOf(path) !== undefined,
    answer(request) {
      const language = languageOf(new URL(request.url).pathname) ?? 'vi';
      return answered(parts, language, 'the cart', async () => {
        if (request.method === 'POST') return take(parts, bodies, language, request);
        if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
        const note = noteOf(new URL(request.url).searchParams);
        return parts.render(cartPath(language), { page: 'cart', cart: await pricedCart(parts, cartOf(request)), ...(note !== undefined && { note }) });
      });
    },
  };
}

export async function pricedCart({ db, catalogue, now }: Pick<ShopDoorParts, 'db' | 'catalogue' | 'now'>, cart: KeptCart): Promise<CartView> {
  const { shop } = await catalogue();
  return priceKeptCart({ cart, shop, left: await stockLeft(db, shop, packsBehind(shop, cart.lines)), day: dayInVietnam(now()), isVoucherStopped: await isVoucherStopped(db, cart.voucher) });
}

function languageOf(path: string): Language | undefined {
  return LANGUAGES.find((language) => path === cartPath(language) || `${path}/` === cartPath(language));
}

async function take(parts: ShopDoorParts, bodies: FewAtOnce, language: Language, request: Request): Promise<Response> {
  if (!isSameOrigin(request, parts.siteUrl)) return refuse(parts, language, 'origin');
  const read = await bodies.run(async () => ({ form: await readForm(request, LONGEST_FORM) }));
  if (read === undefined) return refuse(parts, language, 'busy');
  const { form } = read;
  if (form === undefined || form === 'too-large') return refuse(parts, language, form ?? 'unreadable');
  const before = cartOf(request);
  const change = changeCart(before, form, (await parts.catalogue()).shop, dayInVietnam(parts.now()));
  if (change === undefined) return refuse(parts, language, 'unreadable');
  const cookie = cartCookie(change.cart, parts.siteUrl);
  if (change.note !== undefined && request.headers.get('accept')?.includes('application/json')) return addedAnswer(parts, language, change, cookie);
  return seeOther(noteAddress(language, change), [cookie]);
}

function noteAddress(language: Language, { note, sku }: CartChange): string {
  const name = Object.entries(NOTES).find(([, kind]) => kind === note)?.[0];
  return name === undefined ? cartPath(language) : `${cartPath(language)}?${name}=${encodeURIComponent(sku ?? '')}`;
}

function noteOf(query: URLSearchParams): CartNote | undefined {
  for (const [name, kind] of Object.entries(NOTES)) {
    const sku = query.get(name);
    if (sku !== null) return kind === 'added' ? (/^[a-z0-9-]{1,100}$/.test(sku) ? { kind, sku } : undefined) : { kind };
  }
  return undefined;
}
