/** What the desk shows of searches in vain: plain data from the server. */
export interface EmptySearchesView {
  /** Days that are counted, the last of them today. */
  days: number;
  searches: number;
  empty: number;
  /** Most first. */
  rows: readonly EmptySearchRow[];
}

export interface EmptySearchRow {
  /** Folded: without marks, in small letters. */
  text: string;
  searches: number;
  /** Days on which it was looked for. */
  days: number;
  /** YYYY-MM-DD */
  lastDay: string;
}
