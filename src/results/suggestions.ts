import type { MarkedPart } from './marked-parts.ts';

/** What is offered while somebody types; from the server as JSON, or from the worker on a plain file host. */
export interface Suggestions {
  /** The text that was asked about. */
  text: string;
  /** For the polite line of a screen reader: "8 gợi ý, 12 sản phẩm". */
  live: string;
  groups: readonly SuggestionGroup[];
  /** Where Enter leads without a choice: every result. */
  all: { text: string; href: string };
}

export interface SuggestionGroup {
  kind: 'products' | 'places' | 'producers' | 'groups';
  title: string;
  items: readonly Suggestion[];
}

export interface Suggestion {
  href: string;
  /** What was typed stands out as `found`. */
  parts: readonly MarkedPart[];
  /** Producer and place, a former name, how many products. */
  note?: string | undefined;
  /** "4 sao, đến 15/10/2027". */
  standing?: string | undefined;
}

/** How many in all: a phone has room for eight, a desktop for ten. */
export const MOST_SUGGESTIONS = { phone: 8, desktop: 10 } as const;

/** Products always have that much room, where there are so many. */
const PRODUCTS_AT_LEAST = 3;
/** Of places, producers and groups each. */
export const OTHERS_AT_MOST = 2;

/** The best of each kind, at most `most` in all: products first, of places, producers and groups at most two each. */
export function withinLimit(groups: readonly SuggestionGroup[], most: number): SuggestionGroup[] {
  const sizeOf = (kind: SuggestionGroup['kind']): number => groups.find((group) => group.kind === kind)?.items.length ?? 0;
  const room = { products: Math.min(PRODUCTS_AT_LEAST, sizeOf('products'), most), places: 0, producers: 0, groups: 0 };
  let left = most - room.products;
  for (let round = 0; round < OTHERS_AT_MOST; round += 1) {
    for (const kind of ['places', 'producers', 'groups'] as const) {
      if (left === 0 || sizeOf(kind) <= round) continue;
      room[kind] += 1;
      left -= 1;
    }
  }
  room.products += left;
  return groups.map((group) => ({ ...group, items: group.items.slice(0, room[group.kind]) })).filter(({ items }) => items.length > 0);
}
