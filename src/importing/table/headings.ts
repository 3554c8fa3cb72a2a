/** A row inside a table that says something of the rows under it: `I | Huyện Cẩm Xuyên`. */
export interface Heading {
  text: string;
  rank: number;
}

/** `A` stands over `I`, `I` over `1`; what has no mark is taken for the lowest. */
export function headingRank(mark: string): number {
  if (/^[IVX]+[.)]?$/.test(mark)) return 2;
  if (/^[A-H][.)]?$/.test(mark)) return 1;
  return /^\d+[.)]?$/.test(mark) ? 3 : 4;
}

/** A heading ends those of its own rank and of lower ones. */
export function nextHeadings(headings: readonly Heading[], next: Heading): readonly Heading[] {
  return [...headings.filter(({ rank }) => rank < next.rank), next];
}
