import type { ShopDesk } from '../../../src/server/desk/orders/shop-desk.ts';
import { orderTokens } from '../../../src/server/orders/order-token.ts';

/** For desks whose tests are not about the shop. */
export const NO_ORDERS: ShopDesk = {
  dialect: 'sqlite',
  tokens: orderTokens(new Uint8Array(32).fill(7)),
  mailDomain: 'ocop.example',
  money: {
    readStatement: async () => ({ refusal: 'không có' }),
    paidBack: async () => false,
    assign: async () => 'không có',
  },
};
