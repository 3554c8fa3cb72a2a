import type { Catalogue } from '../catalogue/catalogue.ts';
import { packPath } from '../domain/pack-address.ts';
import { packAddresses } from '../domain/pack-addresses.ts';
import type { Lot } from '../domain/lot.ts';
import type { Product } from '../domain/product.ts';
import * as paths from '../paths.ts';
import { hasEvents } from '../trace/epcis/lot-events.ts';
import type { InputKey } from './input-key.ts';
import type { HtmlPage } from './page.ts';
import { recentLots } from './recent-lots.ts';

type Lots = Pick<Catalogue, 'lotsOf'>;

/** What somebody sees who scans a pack or a lot of a product: by each code that it can carry, in each language. Never indexed. */
export function pagesOfTrace(catalogue: Lots, product: Product): HtmlPage[] {
  const own: readonly InputKey[] = [`product:${product.id}`, 'signing-key'];
  return product.packs.flatMap((pack) => [
    ...inEveryLanguage(packAddresses(pack).map(packPath), [...own, ...recentLots(catalogue, product.id, pack).map(({ code }) => lotKey(product, code))]),
    ...catalogue
      .lotsOf(product.id)
      .filter(({ sku }) => sku === pack.sku)
      .flatMap(({ code }) => inEveryLanguage(packAddresses(pack, code).map(packPath), [...own, lotKey(product, code)])),
  ]);
}

/** Whether a product has the same packs, codes and lots as before: all that addresses and inputs of its trace pages and files depend on. */
export function sameTracePages(before: Catalogue, after: Catalogue, product: Product): boolean {
  const old = before.product(product.id);
  const [lots, now] = [before.lotsOf(product.id), after.lotsOf(product.id)];
  return (
    old !== undefined &&
    (old === product || codesOf(old) === codesOf(product)) &&
    lots.length === now.length &&
    lots.every((lot, place) => lot === now[place] || isSameLot(lot, now[place]))
  );
}

function isSameLot(lot: Lot, now: Lot | undefined): boolean {
  return lot.code === now?.code && lot.sku === now.sku && hasEvents({ lot }) === hasEvents({ lot: now });
}

/** False for nearly every product of a register: those need no pages, and no bundle for them. */
export function isTraceable({ packs }: Product): boolean {
  return packs.some(({ gtin, traceCode }) => gtin !== undefined || traceCode !== undefined);
}

function codesOf({ packs }: Product): string {
  return packs.map(({ sku, gtin, traceCode }) => `${sku} ${gtin ?? ''} ${traceCode ?? ''}`).join('\n');
}

function lotKey({ id }: Product, code: string): InputKey {
  return `lot:${id}/${code}`;
}

function inEveryLanguage(packPaths: readonly string[], inputs: readonly InputKey[]): HtmlPage[] {
  return packPaths.flatMap((path) =>
    paths.TRACE_LANGUAGES.map((language): HtmlPage => ({
      kind: 'trace',
      path: paths.tracePagePath(language, path),
      inputs,
      language: language === 'vi' ? 'vi' : 'en',
      indexed: false,
    })),
  );
}
