import { FIELDS } from './fields.ts';
import type { WordMatch } from './match-word.ts';
import type { RowIndex } from './row-index.ts';

/** How well one word fits each product. */
export interface WordScores {
  /** By product: 0 where it was not found, else the weight of the best field times the quality of the match. */
  scores: Float32Array;
  /** By product: 1 where it stands with the marks that were typed. */
  exact: Uint8Array;
  /** By product: 1 where it stands in the name. */
  inName: Uint8Array;
  /** Those in which it was found, in no order. */
  products: number[];
}

const NAME = FIELDS.findIndex(({ name }) => name === 'name');
const WEIGHTS = Float32Array.from(FIELDS, ({ weight }) => weight);
/** Of what the other fields would have given: a word in name and producer fits better than one in the name alone. */
const OTHER_FIELDS = 0.1;
/** The typed marks count where they stand in a field that matters about as much as the best: not "sản phẩm" for "sả". */
const AS_GOOD = 0.4;

export function scoreProducts({ productsOf, productStart, fieldOf }: RowIndex, { quality, exact, rows }: WordMatch, productCount: number): WordScores {
  const best = new Float32Array(productCount);
  const sum = new Float32Array(productCount);
  const bestExact = new Float32Array(productCount);
  const scored: WordScores = { scores: best, exact: new Uint8Array(productCount), inName: new Uint8Array(productCount), products: [] };
  for (const row of rows) {
    const field = fieldOf[row] as number;
    const score = (quality[row] as number) * (WEIGHTS[field] as number);
    for (let place = productStart[row] as number; place < (productStart[row + 1] as number); place += 1) {
      const product = productsOf[place] as number;
      if (best[product] === 0) scored.products.push(product);
      sum[product] = (sum[product] as number) + score;
      if (score > (best[product] as number)) best[product] = score;
      if (exact[row] === 1 && score > (bestExact[product] as number)) bestExact[product] = score;
      if (field === NAME) scored.inName[product] = 1;
    }
  }
  for (const product of scored.products) {
    const strongest = best[product] as number;
    if ((bestExact[product] as number) >= strongest * AS_GOOD) scored.exact[product] = 1;
    best[product] = strongest + OTHER_FIELDS * ((sum[product] as number) - strongest);
  }
  return scored;
}
