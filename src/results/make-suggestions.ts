import { statusOn } from '../domain/certificate-status.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { formatCount } from '../i18n/format-number.ts';
import { statusWords } from '../i18n/status-words.ts';
import type { Language } from '../paths.ts';
import { searchAddress } from '../search/search-parameters.ts';
import type { QueryWord } from '../search/understood.ts';
import { markedParts } from './marked-parts.ts';
import type { FoundName, NamedPage } from './name-index.ts';
import type { ResultCard } from './result-card.ts';
import type { ResultsTexts } from './results-texts.ts';
import { withinLimit, type Suggestion, type SuggestionGroup, type Suggestions } from './suggestions.ts';

/** What the suggestions of a card are made from. */
export type SuggestedCard = Pick<ResultCard, 'href' | 'name' | 'producer' | 'place' | 'term' | 'sample'>;

/** As far as they are said. */
export type SuggestedName = Omit<FoundName, 'page'> & { page: Pick<NamedPage, 'kind' | 'text' | 'href' | 'note'> };

export interface SuggestionParts {
  language: Language;
  t: ResultsTexts;
  asOf: IsoDate;
  text: string;
  most: number;
  words: readonly QueryWord[];
  /** How many products there are in all. */
  total: number;
  /** At most {@link most}. */
  products: readonly SuggestedCard[];
  names: readonly SuggestedName[];
}

const TEXTS = /^(?:search\.suggest\.|sample\.badge$|stars\.count$|status\.unconfirmed$)/;

/** The texts of {@link makeSuggestions}. */
export function isSuggestionsText(key: string): boolean {
  return TEXTS.test(key);
}

const KINDS = ['products', 'places', 'producers', 'groups'] as const;

export function makeSuggestions(parts: SuggestionParts): Suggestions {
  const { t, text, total, language, names, products } = parts;
  const items: Record<(typeof KINDS)[number], Suggestion[]> = { products: products.map((card) => productItem(parts, card)), places: [], producers: [], groups: [] };
  for (const { page, note } of names) items[page.kind].push({ href: page.href, parts: markedParts(page.text, parts.words), note: note ?? page.note });
  const groups = withinLimit(KINDS.map((kind): SuggestionGroup => ({ kind, title: t(`search.suggest.${kind}`), items: items[kind] })), parts.most);
  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  const typed = text.trim();
  return {
    text: typed,
    live: t('search.suggest.live', { shown, count: formatCount(total, language) }),
    groups,
    all: { text: total === 0 ? t('search.suggest.look', { text: typed }) : t('search.suggest.all', { count: formatCount(total, language) }), href: searchAddress({ text: typed, filters: {}, page: 1, ignored: [] }, language) },
  };
}

function productItem({ t, words, asOf, language }: SuggestionParts, { href, name, producer, place, term, sample }: SuggestedCard): Suggestion {
  const note = [sample ? t('sample.badge') : undefined, producer, place].filter((part) => part !== undefined).join(' · ');
  const stars = term?.stars === undefined ? undefined : t('stars.count', { count: term.stars });
  const standing = term === undefined ? t('status.unconfirmed') : [stars, statusWords(statusOn(term, asOf), term, asOf, language).pill].filter((part) => part !== undefined).join(', ');
  return { href, parts: markedParts(name, words), ...(note !== '' && { note }), standing };
}
