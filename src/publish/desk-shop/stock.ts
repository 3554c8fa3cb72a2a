/** What there is of one pack. */
export interface StockLine {
  sku: string;
  product: string;
  label: string;
  producer: string;
  /** Undefined until the first order: then the opening stock of its offer counts. */
  onHand?: number;
  openingStock?: number;
  reserved: number;
  low: boolean;
  /** No offer names it any more. */
  gone: boolean;
  sample: boolean;
}

export interface StockMove {
  at: number;
  sku: string;
  name: string;
  kind: 'counted' | 'taken' | 'corrected' | 'returned';
  change: number;
  who: string;
  reason?: string;
  order?: string;
}

export interface StockView {
  lines: readonly StockLine[];
  moves: readonly StockMove[];
  lowAt: number;
  /** The SKU that was just corrected, or what was wrong with the form. */
  done?: string;
  problem?: { sku: string; text: string };
}
