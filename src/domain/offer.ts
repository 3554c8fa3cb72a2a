/** What one pack holds, for the price of a unit and for merchant feeds. */
export type NetUnit = 'g' | 'kg' | 'ml' | 'l' | 'piece';

export interface NetQuantity {
  amount: number;
  unit: NetUnit;
}

/** From `from` packs of one order on, each costs `priceDong`. */
export interface PriceTier {
  from: number;
  priceDong: number;
}

/** A pack that can be bought. Its price is the only one that is shown as a price to pay, and charged. */
export interface Offer {
  productId: string;
  sku: string;
  netQuantity: NetQuantity;
  /** Whole đồng for one pack. */
  priceDong: number;
  /** Rising `from`, falling prices. */
  tiers: readonly PriceTier[];
  /** Packs that there are when the SKU is first seen; counted once, corrected afterwards at the desk. */
  openingStock: number;
  /** With its packing, for the cost of delivery. */
  weightGrams: number;
  /** Fewest packs of one order. */
  minimum: number;
  sample: boolean;
}

/** Whole đồng for one pack when an order takes `quantity` of them. */
export function unitPriceAt({ priceDong, tiers }: Pick<Offer, 'priceDong' | 'tiers'>, quantity: number): number {
  return tiers.findLast(({ from }) => quantity >= from)?.priceDong ?? priceDong;
}
