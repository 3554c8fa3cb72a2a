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

/** The best of each kind within `most`: places, producers and groups take at most two each, products what is left. */
export function withinLimit(groups: readonly SuggestionGroup[], most: number): SuggestionGroup[] {
  const others = groups.filter(({ kind }) => kind !== 'products').map((group) => ({ ...group, items: group.items.slice(0, 2) }));
  const taken = others.reduce((sum, { items }) => sum + items.length, 0);
  return groups
    .map((group) => (group.kind === 'products' ? { ...group, items: group.items.slice(0, Math.max(3, most - taken)) } : (others.find(({ kind }) => kind === group.kind) as SuggestionGroup)))
    .filter(({ items }) => items.length > 0);
}
