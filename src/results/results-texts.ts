import type { TextKey, Translate } from '../i18n/translate.ts';

/** Texts that the results say; only these are sent to a browser that makes them itself. */
export type ResultsTextKey = Extract<
  TextKey,
  | `search.${string}`
  | `status.${string}`
  | `stars.count`
  | `stars.unknown`
  | `pager.${string}`
  | `producerKind.${string}`
  | 'unknown'
  | 'products.one'
  | 'products.many'
  | 'product.producer'
  | 'product.place'
  | 'product.alcohol'
  | 'sample.badge'
  | 'basis.inferred'
  | 'noPhotograph'
  | 'filter.remove'
  | 'filter.clear'
  | 'filter.on'
  | 'filter.onHint'
  | 'filter.apply'
>;

export type ResultsTexts = (key: ResultsTextKey, values?: Parameters<Translate>[1]) => string;

const NAMED = /^(?:search\.|status\.|pager\.|producerKind\.|stars\.(?:count|unknown)$|unknown$|products\.(?:one|many)$|product\.(?:producer|place|alcohol)$|sample\.badge$|basis\.inferred$|noPhotograph$|filter\.(?:remove|clear|on|onHint|apply)$)/;

export function isResultsText(key: string): key is ResultsTextKey {
  return NAMED.test(key);
}

/** Texts as they came with a page; the same braces as in src/i18n/translate.ts. */
export function textsOf(texts: Readonly<Record<string, string>>): ResultsTexts {
  return (key, values = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
