import type { GeoPoint } from './place.ts';
import type { PlaceAsSigned } from './decision.ts';
import type { Source } from './source.ts';

export type OutletKind = 'shop' | 'showroom' | 'market' | 'supermarket' | 'producer';

/** Điểm bán: a place where goods are sold, and perhaps orders handed over. */
export interface Outlet {
  id: string;
  name: { vi: string; en?: string };
  kind: OutletKind;
  place: PlaceAsSigned;
  street?: string;
  point?: GeoPoint;
  phone?: string;
  hours?: { vi: string; en?: string };
  producers: readonly string[];
  products: readonly string[];
  /** Whether orders can be picked up here. */
  pickup: boolean;
  sources: readonly Source[];
  sample: boolean;
}
