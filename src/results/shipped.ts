import type { ShippedSearch } from '../search/embedded/open-shipped-search.ts';
import type { StaticIndex } from './static-index.ts';

/** The files of an export for a plain host, opened for searching. */
export interface Shipped {
  search: ShippedSearch;
  index: StaticIndex;
  /** All of the register, and not a part that is loaded first. */
  isWhole: boolean;
}
