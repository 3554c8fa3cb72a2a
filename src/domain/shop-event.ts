import type { IsoDate } from './calendar-day.ts';
import type { PlaceAsSigned } from './decision.ts';
import type { Source } from './source.ts';

/** Sự kiện: a fair, market day or week at which products are shown or sold. */
export interface ShopEvent {
  id: string;
  name: { vi: string; en?: string };
  description?: { vi: string; en?: string };
  from: IsoDate;
  until: IsoDate;
  place: PlaceAsSigned;
  outlet?: string;
  products: readonly string[];
  url?: string;
  sources: readonly Source[];
  sample: boolean;
}
