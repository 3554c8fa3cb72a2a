import { translator } from '../../i18n/translate.ts';
import { cartPath, ordersPath, type Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';
import type { Link } from '../place-view.ts';
import { shopHead } from './shop-head.ts';

export interface RefusedPage {
  head: PageHead;
  title: string;
  text: string;
  links: readonly Link[];
}

/** Why a form of the shop was not taken, or an order not found; undefined where nothing was refused. */
export function refusedPage(view: View, language: Language): RefusedPage | undefined {
  if (view.shop?.page !== 'refused') return undefined;
  const { reason } = view.shop;
  const t = translator(language);
  const title = t(reason === 'unknown-order' ? 'refused.titleOrder' : 'refused.title');
  const cart = { text: t('cart.title'), href: cartPath(language) };
  return {
    head: shopHead(view, language, { path: cartPath(language), title }),
    title,
    text: t(`refused.${reason}`),
    links: reason === 'unknown-order' ? [{ text: t('find.title'), href: ordersPath(language) }, cart] : [cart],
  };
}
