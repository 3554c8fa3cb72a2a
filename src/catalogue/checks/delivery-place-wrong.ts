import type { Problem } from '../../domain/problem.ts';
import type { RawRegister } from '../raw-register.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';
import { deliveriesIn } from './shop-prices.ts';

export const deliveryPlaceWrong: Check = {
  id: 'delivery-place-wrong',
  reach: 'register',
  description: 'A zone of delivery names provinces and communes of today, and each stands in one zone.',
  run(register) {
    const deliveries = deliveriesIn(register);
    if (deliveries.length === 0) return [];
    const known = slugsOf(register);
    return deliveries.flatMap(({ file, delivery }) => {
      const first = new Map<string, string>();
      return delivery.zones.flatMap(({ id, places }, at) =>
        places.flatMap((place, within): Problem[] => {
          const field = `delivery.zones.${at}.places.${within}`;
          if (place !== '*' && !known.has(place)) return [errorAt(file, field, notFound(place, 'content/places/', known))];
          const before = first.get(place);
          if (before === undefined) return first.set(place, id), [];
          return [errorAt(file, field, { en: `"${place}" already lies in zone "${before}": leave it in one`, vi: `"${place}" đã thuộc vùng "${before}": hãy để trong một vùng` })];
        }),
      );
    });
  },
};

/** `ha-tinh` and `ha-tinh/thien-cam`. */
function slugsOf({ placeIndex }: RawRegister): ReadonlySet<string> {
  const provinces = [...placeIndex.provinces.bySpelling.values()].flat().map(({ province }) => province.slug);
  const communes = [...placeIndex.communes.bySpelling.values()].flat().map(({ commune, province }) => `${province.slug}/${commune.slug}`);
  return new Set([...provinces, ...communes]);
}
