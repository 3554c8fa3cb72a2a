import { type Check, errorAt } from './check.ts';
import { offersIn } from './offers-in.ts';

export const offerPriceDiffers: Check = {
  id: 'offer-price-differs',
  reach: 'register',
  description: 'A price declared with a pack is that of its offer: nobody sees one price and pays another.',
  run(register) {
    return offersIn(register).flatMap(({ file, field, offer, products }) =>
      products.flatMap((product) => {
        const declared = product.record.packs.find(({ sku }) => sku === offer.sku)?.priceDong;
        if (declared === undefined || declared === offer.priceDong) return [];
        return [
          errorAt(file, `${field}.priceDong`, {
            en: `${offer.priceDong} differs from ${declared}, the price of the pack in ${product.file}: correct one of them, or leave the pack's price out`,
            vi: `${offer.priceDong} khác với ${declared} là giá của quy cách trong ${product.file}: hãy sửa một trong hai, hoặc bỏ giá ở quy cách`,
          }),
        ];
      }),
    );
  },
};
