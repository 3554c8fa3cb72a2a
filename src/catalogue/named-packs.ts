import { toGtin14 } from '../domain/gtin.ts';
import type { Product } from '../domain/product.ts';
import type { NamedPack } from './catalogue.ts';

/** Packs by what is printed on them, and by their SKU. */
export interface NamedPacks {
  byGtin: ReadonlyMap<string, NamedPack>;
  byTraceCode: ReadonlyMap<string, NamedPack>;
  bySku: ReadonlyMap<string, NamedPack>;
}

export function namedPacks(products: readonly Product[]): NamedPacks {
  const byGtin = new Map<string, NamedPack>();
  const byTraceCode = new Map<string, NamedPack>();
  const bySku = new Map<string, NamedPack>();
  for (const product of products) {
    for (const pack of product.packs) {
      bySku.set(pack.sku, { product, pack });
      if (pack.gtin !== undefined) byGtin.set(toGtin14(pack.gtin), { product, pack });
      if (pack.traceCode !== undefined) byTraceCode.set(pack.traceCode, { product, pack });
    }
  }
  return { byGtin, byTraceCode, bySku };
}
