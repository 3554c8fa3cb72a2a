/** All that a client says of what it wants: never a price. */
export interface CartLine {
  /** SKU of a pack, or id of a gift basket. */
  sku: string;
  quantity: number;
}

export const MOST_LINES = 50;
export const MOST_OF_ONE = 9_999;

export type CartFault =
  | { kind: 'empty' }
  | { kind: 'too-many-lines'; most: number }
  /** No whole number from 1 to `most`. */
  | { kind: 'quantity'; sku: string; most: number };

/** Lines of one SKU become one, sorted by SKU: two carts that hold the same are the same. */
export function mergeCart(lines: readonly CartLine[]): CartLine[] {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

/** What no catalogue is needed to see. `lines` are merged ones. */
export function cartFaults(lines: readonly CartLine[]): CartFault[] {
  if (lines.length === 0) return [{ kind: 'empty' }];
  if (lines.length > MOST_LINES) return [{ kind: 'too-many-lines', most: MOST_LINES }];
  return lines
    .filter(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 1 || quantity > MOST_OF_ONE)
    .map(({ sku }): CartFault => ({ kind: 'quantity', sku, most: MOST_OF_ONE }));
}
