import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseDigitalLink } from '../domain/digital-link.ts';
import type { Product } from '../domain/product.ts';
import { parseTraceLink } from '../domain/trace-link.ts';
import { LANGUAGES, productPath, TRACE_LANGUAGES } from '../paths.ts';

/** The product that an address of this site is about: its own page, or that of a pack or lot. */
export function productAt(catalogue: Catalogue, address: string): Product | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (!path.startsWith('/')) return undefined;
  return productOfPage(catalogue, path) ?? productOfPack(catalogue, path);
}

function productOfPage(catalogue: Catalogue, path: string): Product | undefined {
  for (const language of LANGUAGES) {
    const before = productPath(language, '').slice(0, -1);
    if (path.startsWith(before)) return catalogue.product(path.slice(before.length).replace(/\/$/, ''));
  }
  return undefined;
}

function productOfPack(catalogue: Catalogue, path: string): Product | undefined {
  const bare = path.replace(new RegExp(`^/(?:${TRACE_LANGUAGES.join('|')})(?=/)`), '');
  const link = parseDigitalLink(bare);
  if ('gtin14' in link) return catalogue.packByGtin(link.gtin14)?.product;
  const trace = parseTraceLink(bare);
  return 'code' in trace ? catalogue.packByTraceCode(trace.code)?.product : undefined;
}
