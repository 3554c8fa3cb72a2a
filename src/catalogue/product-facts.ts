import { actsOf } from '../domain/acts.ts';
import { certificatesOf, type Certificate } from '../domain/certificate.ts';
import type { RecognitionDecision } from '../domain/decision.ts';
import type { PlaceIndex } from '../domain/place-index.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';
import { resolvePlace } from '../domain/resolve-place.ts';
import { isSameList } from './remember.ts';

/** What is worked out from one product's record: its certificates and where it lies today. The same object while all that it is worked out from is. */
export interface ProductFacts {
  certificates: readonly Certificate[];
  place: ResolvedPlace;
}

interface Kept extends ProductFacts {
  decisions: readonly RecognitionDecision[];
  placeIndex: PlaceIndex;
}

const KEPT = new WeakMap<Product, Kept>();

/** Worked out anew only when the product, a decision that names it, or the tables of places are others than before. */
export function productFacts(product: Product, decisions: readonly RecognitionDecision[], placeIndex: PlaceIndex): ProductFacts {
  const kept = KEPT.get(product);
  if (kept?.placeIndex === placeIndex && isSameList(kept.decisions, decisions)) return kept;
  const facts: Kept = {
    decisions,
    placeIndex,
    certificates: certificatesOf(actsOf(product, decisions)),
    place: resolvePlace(placeIndex, product.place, product.placeEra),
  };
  KEPT.set(product, facts);
  return facts;
}
