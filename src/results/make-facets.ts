import { formatCount } from '../i18n/format-number.ts';
import type { FacetCount } from '../search/engine.ts';
import { valueText } from './make-chips.ts';
import type { ListField, ResultsAddresses } from './results-address.ts';
import type { ResultsParts } from './results-parts.ts';
import type { FacetValueView, FacetView } from './results-view.ts';

const FIELDS = ['status', 'stars', 'groups', 'provinces', 'communes', 'producerKinds'] as const satisfies readonly ListField[];
/** Values that stand before the rest is folded away, and from which on a field can be searched in. */
const SHOWN = 6;
const SEARCHED_FROM = 12;

/**
 * A whole country has thousands of communes: without a province only those with most products stand there. All of them
 * would be most of the page's markup, and most of the time that making it takes, with every key.
 */
const MOST_VALUES = 40;

const STATUS_ORDER = ['held', 'valid', 'expiring', 'expired', 'revoked', 'unconfirmed'];

/** Every field with more than one way to go, or a way that was taken. */
export function facetViews(parts: ResultsParts, addresses: ResultsAddresses): FacetView[] {
  const lists = FIELDS.flatMap((field) => {
    const most = field !== 'communes' || (parts.outcome.filters.provinces ?? []).length > 0 ? Number.POSITIVE_INFINITY : MOST_VALUES;
    const { values, isCut } = valuesOf(parts, field, addresses, most);
    if (values.every(({ on }) => !on) && values.length < 2) return [];
    return [{ field, title: parts.t(`search.facet.${field}`), values, shown: field === 'status' || field === 'groups' ? values.length : Math.max(SHOWN, lastOn(values)), searchable: values.length >= SEARCHED_FROM, ...(isCut && { note: parts.t('search.facetNarrow') }) }];
  });
  const buyable = buyableOf(parts, addresses);
  return buyable === undefined ? lists : [{ field: 'buyable', title: parts.t('search.facet.buyable'), values: [buyable], shown: 1, searchable: false }, ...lists];
}

/** The first `most` values, and after them only those in force. Values that nothing in the register bears are left out. */
function valuesOf(parts: ResultsParts, field: (typeof FIELDS)[number], addresses: ResultsAddresses, most: number): { values: FacetValueView[]; isCut: boolean } {
  const { outcome: { answer, understood, filters }, parameters } = parts;
  const chosen = new Set((parameters.filters[field] ?? []).map(String));
  const inForce = new Set((filters[field] ?? []).map(String));
  const counts = ordered(field, withHeld(field, answer.facets[field] ?? []));
  const missing = [...inForce].filter((value) => counts.every((count) => count.value !== value)).map((value) => ({ value, count: 0 }));
  const hrefOf = (value: string): string => {
    const meaning = understood.meanings.find(({ filter }) => (filter?.[field] ?? []).map(String).includes(value));
    return !chosen.has(value) && meaning !== undefined ? addresses.ignoring(meaning.key) : addresses.toggled(field, value);
  };
  const values: FacetValueView[] = [];
  let isCut = false;
  for (const { value, count } of [...missing, ...counts]) {
    const on = inForce.has(value);
    // Of thousands neither a name nor an address is made.
    if (isCut && !on) continue;
    const text = valueText(parts, field, value);
    if (text === undefined) continue;
    if (values.length >= most && !on) isCut = true;
    else values.push({ text, count, countText: formatCount(count, parts.language), href: hrefOf(value), on });
  }
  return { values, isCut };
}

/** Both ways to hold a star together, only where there are both. */
function withHeld(field: string, counts: readonly FacetCount[]): readonly FacetCount[] {
  if (field !== 'status') return counts;
  const single = counts.filter(({ value }) => value !== 'held');
  const held = single.filter(({ value }) => value === 'valid' || value === 'expiring');
  return held.length < 2 ? single : [{ value: 'held', count: held.reduce((sum, { count }) => sum + count, 0) }, ...single];
}

/** Most first as the engine gives them, but for fields that have an order of their own. */
function ordered(field: string, counts: readonly FacetCount[]): readonly FacetCount[] {
  if (field === 'status') return [...counts].sort((a, b) => STATUS_ORDER.indexOf(a.value) - STATUS_ORDER.indexOf(b.value));
  return field === 'stars' ? [...counts].sort((a, b) => Number(b.value) - Number(a.value)) : counts;
}

/** A value in force is never folded away. */
function lastOn(values: readonly FacetValueView[]): number {
  return values.findLastIndex(({ on }) => on) + 1;
}

function buyableOf({ outcome: { answer, filters }, parameters, language, t }: ResultsParts, addresses: ResultsAddresses): FacetValueView | undefined {
  const count = (answer.facets.buyable ?? []).find(({ value }) => value === 'true' || value === '1')?.count ?? 0;
  const on = filters.buyable === true;
  if (count === 0 && !on) return undefined;
  const href = addresses.with({ filters: { ...parameters.filters, buyable: on ? undefined : true } });
  return { text: t('search.buyable'), count, countText: formatCount(count, language), href, on };
}
