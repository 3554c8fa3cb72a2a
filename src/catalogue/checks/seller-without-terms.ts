import { type Check, errorAt } from './check.ts';
import { SITE_FILE } from './shop-prices.ts';

export const sellerWithoutTerms: Check = {
  id: 'seller-without-terms',
  reach: 'register',
  description: 'Before an order a buyer reads how to return goods and how to complain (Consumer Law 2023, art. 37).',
  run({ site: { seller }, offers }) {
    if (seller === undefined || seller.legal !== undefined || offers.every(({ sample }) => sample)) return [];
    return [
      errorAt(SITE_FILE, 'seller.legal', {
        en: 'is missing while goods are offered: add returns and complaints, which buyers must read before they order',
        vi: 'còn thiếu trong khi có hàng bán: hãy thêm returns (đổi trả) và complaints (khiếu nại), người mua phải đọc được trước khi đặt',
      }),
    ];
  },
};
