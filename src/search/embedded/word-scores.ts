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
  /** Products in which it was found. */
  found: number;
}

const NAME = FIELDS.findIndex(({ name }) => name === 'name');
const WEIGHTS = Float32Array.from(FIELDS, ({ weight }) => weight);
/** Of what the other fields would have given: a word in name and producer fits better than one in the name alone. */
const OTHER_FIELDS = 0.1;
/** The typed marks count where they stand in a field that matters about as much as the best: not "sản phẩm" for "sả". */
const AS_GOOD = 0.4;

export function scoreProducts({ rowsOf }: RowIndex, { quality, exact }: WordMatch, productCount: number): WordScores {
  const scored: WordScores = { scores: new Float32Array(productCount), exact: new Uint8Array(productCount), inName: new Uint8Array(productCount), found: 0 };
  for (let product = 0; product < productCount; product += 1) {
    let [best, sum, bestExact] = [0, 0, 0];
    for (let field = 0; field < WEIGHTS.length; field += 1) {
      const row = rowsOf[product * WEIGHTS.length + field] as number;
      if (row === -1) continue;
      const score = (quality[row] as number) * (WEIGHTS[field] as number);
      if (score === 0) continue;
      if (score > best) best = score;
      sum += score;
      if (exact[row] === 1 && score > bestExact) bestExact = score;
      if (field === NAME) scored.inName[product] = 1;
    }
    if (best === 0) continue;
    if (bestExact >= best * AS_GOOD) scored.exact[product] = 1;
    scored.scores[product] = best + OTHER_FIELDS * (sum - best);
    scored.found += 1;
  }
  return scored;
}
