import type { IsoDate, PartialDate } from './calendar-day.ts';
import type { JourneyStep } from './journey-step.ts';
import type { Photograph, ProductId } from './product.ts';
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
  /** Tiêu chuẩn áp dụng, where this lot follows another one than the product's declaration names. */
  standard?: string;
  /** From the field to the shop, oldest first. */
  steps: readonly JourneyStep[];
  documents: readonly LotDocument[];
  photographs: readonly Photograph[];
  /** Present when single packs carry serial numbers. */
  serials?: SerialBatch;
  /** Who declared the lot, and when. */
  declared: { by: string; on: IsoDate };
  /** The office that let the declaration into the register; absent for what the office typed itself. */
  approved?: { by: string; on: IsoDate };
  recall?: { on: IsoDate; reason: { vi: string; en?: string }; whatToDo: { vi: string; en?: string } };
  sources: readonly Source[];
  sample: boolean;
}

/** Issued here: capitals, digits and hyphens, which need no escape in an address and pack tightly in a QR symbol. */
export type LotCode = string;

/** A paper about a lot, such as a laboratory's report, kept beside the record. */
export interface LotDocument {
  /** File name below content/lots/<product>/<code>/. */
  file: string;
  title: string;
  number?: string;
  issuedBy?: string;
  issuedOn?: IsoDate;
}

/**
 * Serials issued for single packs. Only their hashes are kept: the first 64 bits of SHA-256 over "<lot> <serial>", as 16
 * hex characters, in content/lots/<product>/<code>/serials.txt, one a line, sorted.
 */
export interface SerialBatch {
  count: number;
  issuedOn: IsoDate;
}

/** The longest value of the AIs 10 and 21. */
export const LONGEST_LOT_CODE = 20;

/** True for a lot or serial that we may issue; a hyphen stands only between others, so that one at an end is not lost. */
export function isIssuedCode(text: string): boolean {
  return text.length <= LONGEST_LOT_CODE && /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(text);
}
