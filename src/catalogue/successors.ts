import type { Product } from '../domain/product.ts';
import type { Catalogue } from './catalogue.ts';

/** The living products at the end of every chain of moves and splits that starts at an id, each once; an own product is its only successor. */
export function successorsOf(catalogue: Catalogue, id: string): Product[] {
  return follow(catalogue, id, new Set());
}

function follow(catalogue: Catalogue, id: string, seen: Set<string>): Product[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const product = catalogue.product(id);
  if (product !== undefined) return [product];
  const moved = catalogue.moved.products.find((record) => record.id === id);
  return moved?.to.flatMap((next) => follow(catalogue, next, seen)) ?? [];
}
