import type { Catalogue } from '../../catalogue/catalogue.ts';
import { deliveryPlace, type DeliveryPlace } from '../../domain/delivery-place.ts';
import type { DeliveryChoice } from '../../domain/delivery.ts';
import type { OrderDelivery } from '../../domain/order.ts';
import { communeLabel } from '../../domain/place-label.ts';
import type { Language } from '../../paths.ts';
import { oneLine } from './check-buyer.ts';
import type { OrderProblem } from './order-problem.ts';
import type { OrderRequest } from './order-request.ts';

type Asked = OrderRequest['delivery'];
type Places = Pick<Catalogue, 'province' | 'provinceBySlug' | 'commune' | 'placeIndex'>;

/** Where it goes, and what that means for its price. Whether it is delivered there at all is for the pricing. */
export function checkDelivery(catalogue: Places, asked: Asked, language: Language): { delivery: OrderDelivery; choice: DeliveryChoice } | { problems: OrderProblem[] } {
  if (asked.kind === 'pickup') return { delivery: { kind: 'pickup', outletId: asked.outlet }, choice: { kind: 'pickup', outlet: asked.outlet } };
  const street = oneLine(asked.street);
  const hotel = asked.kind === 'hotel' ? oneLine(asked.hotel) : undefined;
  const place = placeOf(catalogue, asked);
  const problems: OrderProblem[] = [];
  if (place.kind === 'unknown-province') problems.push({ field: 'delivery.province', fault: { kind: 'province' } });
  if (place.kind === 'unknown-commune') problems.push({ field: 'delivery.commune', fault: { kind: 'commune' } });
  if (place.kind === 'choose') {
    const communes = place.communes.map((commune) => ({ code: commune.code, name: communeLabel(commune, language) }));
    problems.push({ field: 'delivery.commune', fault: { kind: 'choose-commune', communes } });
  }
  if (street === '' && asked.kind === 'home') problems.push({ field: 'delivery.street', fault: { kind: 'street' } });
  if (hotel === '') problems.push({ field: 'delivery.hotel', fault: { kind: 'hotel' } });
  if (asked.kind === 'hotel' && asked.checkIn !== undefined && asked.checkOut !== undefined && asked.checkOut < asked.checkIn) problems.push({ field: 'delivery.checkOut', fault: { kind: 'stay' } });
  if (problems.length > 0 || place.kind !== 'commune') return { problems };
  const { commune, province } = place;
  const where = { provinceCode: province.code, communeCode: commune.code, street };
  const choice: DeliveryChoice = { kind: 'ship', province: province.slug, commune: commune.slug };
  if (asked.kind === 'home') return { delivery: { kind: 'home', ...where }, choice };
  const guest = oneLine(asked.guest ?? '');
  const { checkIn, checkOut } = asked;
  return { delivery: { kind: 'hotel', ...where, hotel: hotel ?? '', ...(guest !== '' && { guest }), ...(checkIn !== undefined && { checkIn }), ...(checkOut !== undefined && { checkOut }) }, choice };
}

/** Forms send codes and slugs, programs and people names. */
function placeOf(catalogue: Places, { province: typedProvince, commune: typedCommune, district }: Exclude<Asked, { kind: 'pickup' }>): DeliveryPlace {
  const commune = catalogue.commune(typedCommune);
  const named = catalogue.province(typedProvince) ?? catalogue.provinceBySlug(typedProvince);
  if (commune !== undefined) {
    const province = catalogue.province(commune.provinceCode);
    if (province !== undefined && (named === undefined ? typedProvince === '' : named === province)) return { kind: 'commune', commune, province };
  }
  return deliveryPlace(catalogue.placeIndex, { province: named?.name ?? typedProvince, commune: typedCommune, district });
}
