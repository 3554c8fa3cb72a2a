import { translator } from '../../i18n/translate.ts';
import { homePath, ordersPath, type Language } from '../../paths.ts';
import type { FindOrderView } from '../../publish/shop-view.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';
import type { Link } from '../place-view.ts';
import { shopHead } from './shop-head.ts';

export interface FindOrderPage {
  head: PageHead;
  trail: readonly Link[];
  action: string;
  find: FindOrderView;
  phone?: string;
}

/** Undefined where no order is looked up. */
export function findOrderPage(view: View, language: Language): FindOrderPage | undefined {
  if (view.shop?.page !== 'find-order') return undefined;
  const t = translator(language);
  const { seller } = view.catalogue.shop;
  return {
    head: shopHead(view, language, { path: ordersPath(language), title: t('find.title') }),
    trail: [{ text: t('nav.home'), href: homePath(language) }],
    action: ordersPath(language),
    find: view.shop.find,
    ...(seller !== undefined && { phone: seller.phone }),
  };
}
