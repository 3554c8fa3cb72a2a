import type { IsoDate } from './calendar-day.ts';
import type { PlaceAsSigned } from './decision.ts';

/** Công đoạn: one dated step of a lot's journey, as simple as a cooperative can record it. */
export type JourneyStep = HarvestStep | PurchaseStep | ProcessingStep | TestingStep | PackingStep | ShippingStep;
export type JourneyStepKind = JourneyStep['kind'];

interface StepFacts {
  on: IsoDate;
  /** Commune and province are enough: nobody's home is published. */
  place?: PlaceAsSigned;
  /** Mã truy vết địa điểm: a GLN or a code of the producer's own. */
  placeCode?: string;
  /** Who did it, when it was not the producer: an organisation, never a grower by name. */
  by?: string;
  note?: { vi: string; en?: string };
  /** `file` of one of the lot's documents. */
  document?: string;
}

/** Thu hoạch. */
export interface HarvestStep extends StepFacts {
  kind: 'harvest';
  material: string;
  materialLot?: string;
  kg?: number;
  /** Mã số vùng trồng. */
  growingArea?: string;
  /** How many households took part; names stay out. */
  households?: number;
}

/** Thu mua nguyên liệu. */
export interface PurchaseStep extends StepFacts {
  kind: 'purchase';
  material: string;
  materialLot?: string;
  kg?: number;
  growingArea?: string;
  households?: number;
}

/** Sơ chế, chế biến. What comes out weighs at most what went in. */
export interface ProcessingStep extends StepFacts {
  kind: 'processing';
  inputs: readonly { material: string; lot?: string; kg: number }[];
  outputKg: number;
}

/** Kiểm nghiệm. */
export interface TestingStep extends StepFacts {
  kind: 'testing';
  laboratory: string;
  number?: string;
  /** In the report's words. */
  result: string;
}

/** Đóng gói. */
export interface PackingStep extends StepFacts {
  kind: 'packing';
  packs: number;
}

/** Xuất kho, vận chuyển. */
export interface ShippingStep extends StepFacts {
  kind: 'shipping';
  /** A province or a channel of sale, never a private buyer. */
  to: string;
  packs?: number;
}
