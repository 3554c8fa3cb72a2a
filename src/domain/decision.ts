import type { IsoDate, PartialDate } from './calendar-day.ts';
import type { Basis, Source } from './source.ts';
import type { StarLevel } from './star-level.ts';

/** Who signed: the district (to 06/07/2025), the province, or the centre. Recorded as signed, never inferred. */
export type IssuerLevel = 'district' | 'province' | 'central';

export interface Issuer {
  level: IssuerLevel;
  /** The authority's name as signed; undefined while only the level was read. */
  name?: string;
}

export type ActKind = 'recognition' | 'renewal' | 'upgrade' | 'downgrade' | 'revocation' | 're-evaluation-filed';

/** Place names as a document or a source writes them, before any resolution. All may be missing. */
export interface PlaceAsSigned {
  commune?: string;
  district?: string;
  province?: string;
}

/** Quyết định công nhận: one document, one line per product. Number and date may each be unknown. */
export interface RecognitionDecision {
  id: string;
  number?: string;
  signedOn?: IsoDate;
  /** The day, month or year that a source attests when the date of signing was not read. */
  attestedOn?: PartialDate;
  /** Undefined: the record says that the issuer is unknown. */
  issuer?: Issuer;
  /** The document's title, verbatim. */
  title?: string;
  sources: readonly Source[];
  lines: readonly DecisionLine[];
  /** Part of the practice data ("dữ liệu minh hoạ"). */
  sample: boolean;
}

export interface DecisionLine {
  product: string;
  act: ActKind;
  stars?: StarLevel;
  /** Points of 100, when the annex gives them. */
  score?: number;
  basis: Basis;
  /** i18n key under `basisNote.` that says how an inferred line was worked out. */
  basisNote?: string;
  /** An end date that the document itself states; it holds over the 36 months. */
  validUntil?: IsoDate;
  /** What the annex itself says about this product; place and names stay as signed. */
  asSigned?: { name?: string; producer?: string; place?: PlaceAsSigned };
}

/** What a source says about a star where no decision was read; kept on the product record. */
export interface Attestation {
  /** Stable within the product; part of the certificate's address. */
  id: string;
  act: ActKind;
  stars?: StarLevel;
  /** The day, month or year on which the source attests the star; undefined when it gives none. */
  attestedOn?: PartialDate;
  /** The source says that the certificate had lapsed by this day. */
  lapsedBy?: PartialDate;
  issuer?: Issuer;
  basis: Basis;
  basisNote?: string;
  sources: readonly Source[];
}

/** One act on one product, whether a decision was read or a source merely attests it. */
export interface Act {
  /** The decision's or the attestation's id. Unique within the product together with `kind`. */
  id: string;
  productId: string;
  kind: ActKind;
  decisionId?: string;
  number?: string;
  signedOn?: IsoDate;
  attestedOn?: PartialDate;
  lapsedBy?: PartialDate;
  issuer?: Issuer;
  stars?: StarLevel;
  score?: number;
  basis: Basis;
  basisNote?: string;
  statedValidUntil?: IsoDate;
  sources: readonly Source[];
  sample: boolean;
}
