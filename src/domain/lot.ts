import type { IsoDate, PartialDate } from './calendar-day.ts';
import type { ProductId } from './product.ts';
import type { Source } from './source.ts';

/** Lô: packs of one kind made together, as the producer declares it. Every absent field reads "chưa khai báo". */
export interface Lot {
  productId: ProductId;
  /** The pack (quy cách) that the lot fills. */
  sku: string;
  code: LotCode;
  producedOn?: PartialDate;
  packedOn?: PartialDate;
  /** Hạn sử dụng: the last day of use. Nothing to do with the star's last day. */
  useBy?: PartialDate;
  bestBefore?: PartialDate;
  /** Whole packs. */
  quantity?: number;
  /** Who declared the lot, and when. */
  declared: { by: string; on: IsoDate };
  recall?: { on: IsoDate; reason: { vi: string; en?: string }; whatToDo: { vi: string; en?: string } };
  sources: readonly Source[];
  sample: boolean;
}

/** Issued here: capitals, digits and hyphens, which need no escape in an address and pack tightly in a QR symbol. */
export type LotCode = string;

/** The longest value of the AIs 10 and 21. */
export const LONGEST_LOT_CODE = 20;

/** True for a lot or serial that we may issue; a hyphen stands only between others, so that one at an end is not lost. */
export function isIssuedCode(text: string): boolean {
  return text.length <= LONGEST_LOT_CODE && /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(text);
}
