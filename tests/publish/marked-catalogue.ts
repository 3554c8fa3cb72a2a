import { certificate, product, smallCatalogue } from './small-catalogue.ts';

/** A register whose number stands on every page of the fake renderer, and in the status list. */
export function markedCatalogue(number: number) {
  const name = `[${number}]`;
  return smallCatalogue({
    site: { name: { vi: name, en: name } },
    products: [product('a', { name })],
    certificates: [certificate('a', { id: `a--so-${number}` })],
  });
}

/** The number on a page or in the status list; undefined where there is none. */
export function markOf(body: string): number | undefined {
  const found = /\[(\d+)\]|a--so-(\d+)/.exec(body);
  return found === null ? undefined : Number(found[1] ?? found[2]);
}
