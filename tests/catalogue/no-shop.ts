import { buildShop } from '../../src/catalogue/build-shop.ts';

/** Nothing is sold. */
export const NO_SHOP = buildShop({ site: { name: { vi: 'Danh mục thử', en: 'Test catalogue' } }, offers: [], baskets: [], outlets: [], events: [], vouchers: [] });
