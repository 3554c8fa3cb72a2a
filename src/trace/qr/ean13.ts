import bwipjs from 'bwip-js/node';

/** The bars of an EAN-13, in modules. The only place that knows the barcode library. */
export interface Ean13 {
  digits: string;
  /** Dark bars from the left, without quiet zones. `guard`: reaches down between the digits. */
  bars: readonly { x: number; width: number; guard: boolean }[];
}

/** Modules across the bars, and of white before and after them (GS1 General Specifications). */
export const EAN13_MODULES = 95;
export const EAN13_QUIET = { left: 11, right: 7 } as const;

/** Throws when the digits are no GTIN-13. */
export function ean13(digits: string): Ean13 {
  const [symbol] = bwipjs.raw({ bcid: 'ean13', text: digits, includetext: true }) as { sbs: number[]; bhs: number[] }[];
  if (symbol === undefined) throw new Error(`no bars for ${digits}`);
  const { sbs, bhs } = symbol;
  const lowest = Math.min(...bhs);
  const bars: Ean13['bars'][number][] = [];
  let x = 0;
  sbs.forEach((width, at) => {
    // Bars and spaces take turns, a bar first.
    if (at % 2 === 0) bars.push({ x, width, guard: (bhs[at / 2] as number) > lowest });
    x += width;
  });
  return { digits, bars };
}
