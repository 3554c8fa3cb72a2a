import { type Check, errorAt } from './check.ts';
import { deliveriesIn } from './shop-prices.ts';

export const pickupNotOffered: Check = {
  id: 'pickup-not-offered',
  reach: 'register',
  description: 'Orders are picked up only where the outlet says so itself.',
  run(register) {
    return deliveriesIn(register).flatMap(({ file, delivery }) =>
      delivery.pickup.flatMap((id, at) => {
        const outlet = register.outlets.find((one) => one.id === id);
        if (outlet === undefined || outlet.record.pickup) return [];
        return [errorAt(file, `delivery.pickup.${at}`, { en: `"${id}" hands over no orders: add "pickup: true" to ${outlet.file}, or leave it out here`, vi: `"${id}" không giao đơn tại chỗ: hãy thêm "pickup: true" vào ${outlet.file}, hoặc bỏ ở đây` })];
      }),
    );
  },
};
