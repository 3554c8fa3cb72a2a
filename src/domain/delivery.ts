/** Where goods are brought to, and what it costs. */
export interface DeliveryZone {
  id: string;
  name: { vi: string; en?: string };
  /** Slugs of provinces, or `<province>/<commune>` for one commune, which goes before its province; `*` for all the others. */
  places: readonly string[];
  /** For an order up to one kilogram. */
  baseDong: number;
  /** For each kilogram begun after the first. */
  perKgDong: number;
  /** Nothing is charged from this price of the goods on, discounts taken off. */
  freeFromDong?: number;
  /** Days on the way, as a promise that the seller makes: from and to. */
  days?: { from: number; to: number };
}

export interface DeliverySettings {
  zones: readonly DeliveryZone[];
  /** Ids of the outlets where orders can be picked up. */
  pickup: readonly string[];
}

/** As far as it decides about the price. */
export type DeliveryChoice = { kind: 'ship'; province: string; commune?: string } | { kind: 'pickup'; outlet: string };

/** Undefined where nothing is brought to. Slugs of today. */
export function zoneFor({ zones }: Pick<DeliverySettings, 'zones'>, province: string, commune?: string): DeliveryZone | undefined {
  const naming = (place: string): DeliveryZone | undefined => zones.find(({ places }) => places.includes(place));
  return (commune === undefined ? undefined : naming(`${province}/${commune}`)) ?? naming(province) ?? naming('*');
}

/** Whole đồng for goods of `weightGrams` that cost `goodsDong` after discounts. Nothing to carry costs nothing. */
export function deliveryDong(zone: DeliveryZone, weightGrams: number, goodsDong: number): number {
  if (weightGrams === 0) return 0;
  if (zone.freeFromDong !== undefined && goodsDong >= zone.freeFromDong) return 0;
  return zone.baseDong + zone.perKgDong * Math.max(0, Math.ceil(weightGrams / 1000) - 1);
}
