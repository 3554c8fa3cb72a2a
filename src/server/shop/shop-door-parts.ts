import type { Catalogue } from '../../catalogue/catalogue.ts';
import { cartPath, type Language } from '../../paths.ts';
import type { ShopRefusal, ShopView } from '../../publish/shop-view.ts';
import type { Database } from '../db/database.ts';
import type { Orders } from '../orders/open-orders.ts';
import { plainAnswer, privateAnswer } from '../desk/private-answer.ts';
import type { Payments } from '../payments/open-payments.ts';

export interface ShopDoorParts {
  db: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Origin without trailing slash. */
  siteUrl: string;
  catalogue(): Promise<Catalogue>;
  render(path: string, shop: ShopView): Promise<Response>;
  onError: (error: unknown, what: string) => void;
}

const STATUSES: Readonly<Record<ShopRefusal, number>> = { busy: 503, 'too-many': 429, 'too-large': 413, origin: 403, unreadable: 400, 'unknown-order': 404, closed: 404, fault: 500 };

export async function refuse(parts: Pick<ShopDoorParts, 'render'>, language: Language, reason: ShopRefusal): Promise<Response> {
  return withStatus(STATUSES[reason], await parts.render(cartPath(language), { page: 'refused', reason }));
}

export function withStatus(status: number, page: Response): Response {
  return new Response(page.body, { status, headers: page.headers });
}

/** Kept out of caches and search engines. Other sites hear nothing of it; its own forms still say where they come from. */
export function closed(response: Response): Response {
  const answer = privateAnswer(response);
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('referrer-policy', 'same-origin');
  return answer;
}

/** The answer of `work`; a fault becomes a page that says so. */
export async function answered(parts: ShopDoorParts, language: Language, what: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return closed(await work());
  } catch (error) {
    parts.onError(error, what);
    return closed(await refuse(parts, language, 'fault').catch(() => plainAnswer(500, 'Máy chủ gặp lỗi. Xin thử lại sau. / The server failed. Please try again later.')));
  }
}

/** The same with the orders and ways to pay of the shop. */
export interface OrderDoorParts extends ShopDoorParts {
  orders: Pick<Orders, 'tokens' | 'queue' | 'eventParts'>;
  payments: Pick<Payments, 'of'>;
}
