import type { Language } from '../paths.ts';
import type { MarkedPart } from './marked-parts.ts';
import type { ResultCard } from './result-card.ts';

/** All of the register; a part, and the rest is on its way; a part, because the visitor saves data. */
export type Reach = 'whole' | 'loading' | 'saving';

/** Everything that a page of results says, in one language; made into markup by results-html.ts. */
export interface ResultsView {
  language: Language;
  /** "12 sản phẩm cho “nước mắm”". */
  title: string;
  /** The same without the text, for the polite line of a screen reader. */
  live: string;
  /** What was typed and what was read instead. */
  readAs?: { shown: string; typed: string } | undefined;
  /** How much was searched, where that is not always everything; `loadAll` is a button. */
  reach?: { kind: Reach; text: string; loadAll: string | undefined } | undefined;
  /** Alcohol is meant, which only a declaration opens. */
  meansAlcohol: boolean;
  alcoholNote?: AlcoholNote | undefined;
  notices: readonly string[];
  question?: { title: string; choices: readonly ResultLink[] } | undefined;
  understood: readonly ChipView[];
  chosen: readonly ChipView[];
  /** The address without any of them. */
  clear?: string | undefined;
  facets: readonly FacetView[];
  /** How many conditions are in force, for the button that opens them on a phone. */
  conditionCount: number;
  form: ResultsForm;
  cards: readonly ShownCard[];
  /** Place in `cards` from which on not every word is found. */
  partialFrom?: number | undefined;
  pager: { page: number; pages: number; previous?: string | undefined; next?: string | undefined };
  help?: HelpView | undefined;
  /** Goods without a known commune are not among those near a point. */
  nearNote?: string | undefined;
}

/** Why no alcohol is among the results; `link` leads to the declaration. */
export interface AlcoholNote {
  text: string;
  link?: ResultLink | undefined;
}

export interface ResultLink {
  text: string;
  href: string;
  /** "12 sản phẩm". */
  note?: string | undefined;
}

export interface ChipView {
  text: string;
  /** The address without it. */
  without: string;
}

export interface FacetView {
  field: string;
  title: string;
  values: readonly FacetValueView[];
  /** How many stand before the rest is folded away. */
  shown: number;
  /** Long enough to be searched in. */
  searchable: boolean;
  /** How the values that do not stand here can be reached. */
  note?: string;
}

export interface FacetValueView {
  text: string;
  count: number;
  countText: string;
  href: string;
  on: boolean;
}

/** What the form sends besides the text. */
export interface ResultsForm {
  action: string;
  names: Readonly<Record<'text' | 'sort' | 'on' | 'near', string>>;
  /** Conditions that a new text keeps. */
  hidden: readonly { name: string; value: string }[];
  sorts: readonly { value: string; text: string; selected: boolean }[];
  on: string;
  places: readonly { value: string; text: string; selected: boolean }[];
  /** The address near `lat,lng`, which the browser fills in. */
  nearAddress: string;
}

export interface ShownCard {
  card: ResultCard;
  name: readonly MarkedPart[];
  producer: readonly MarkedPart[];
  place: readonly MarkedPart[];
  km?: string | undefined;
  status: { attributes: Readonly<Record<string, string>>; pill: string; stars?: number | undefined } | undefined;
}

/** Where to go on when no product fits. */
export interface HelpView {
  corrected?: ResultLink | undefined;
  without: readonly ResultLink[];
  communes: readonly ResultLink[];
  groups: readonly ResultLink[];
}
