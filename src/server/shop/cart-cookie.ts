import { CART_COOKIE, readKeptCart, writeKeptCart, type KeptCart } from '../../domain/kept-cart.ts';
import { readCookie } from '../desk/cookie.ts';

const KEEP_DAYS = 90;

export function cartOf(request: Request): KeptCart {
  return readKeptCart(readCookie(request.headers.get('cookie'), CART_COOKIE));
}

/** A Set-Cookie line. Scripts may read it: it holds nothing but what is wanted, and pages count it. An empty cart removes it. */
export function cartCookie(cart: KeptCart, siteUrl: string): string {
  const isEmpty = cart.lines.length === 0 && cart.voucher === undefined && cart.province === undefined;
  const secure = siteUrl.startsWith('https:') ? '; Secure' : '';
  return `${CART_COOKIE}=${isEmpty ? '' : writeKeptCart(cart)}; Path=/; Max-Age=${isEmpty ? 0 : KEEP_DAYS * 86_400}; SameSite=Lax${secure}`;
}
