import type { SearchFilters } from './search-filters.ts';

/** What the query layer made of the text that somebody typed; the same for every engine. */
export interface Understood {
  /** As typed, in NFC, without blanks at the ends, at most 200 characters. */
  text: string;
  /** What is left to look for after everything understood was taken out; ten at most. */
  words: readonly QueryWord[];
  /** The writer uses marks, so words with exactly these marks go first. */
  hasMarks: boolean;
  /** What was understood, in the order of the text. */
  meanings: readonly Meaning[];
  /** An old name fits several places: which one is meant? Nothing is narrowed until that is answered. */
  question?: PlaceQuestion;
  /** The text as it was read when that differs from what was typed: Telex or VNI left-overs, English. */
  readAs?: string;
}

/**
 * One thing to look for: a word, or a phrase whose syllables belong together ("đậu phộng", "fish sauce"), parted by one blank
 * in `marked` and `folded` and found only side by side.
 */
export interface QueryWord {
  /** Lower case, NFC, marks as typed or as decoded. */
  marked: string;
  /** Lower case, no marks, đ as d; letters and digits, between syllables of a phrase one blank. */
  folded: string;
  /** The word may go on: the last one of a text that does not end in a blank. */
  isPrefix: boolean;
  /**
   * Other folded words or phrases that mean the same, each found as if it were the word itself: English ("fish sauce" →
   * "nuoc mam"), regional ("heo" → "lon"), abbreviations ("htx" → "hop tac xa"), slips of the ear (x/s, ch/tr, d/gi/r, l/n).
   * `cost` 0 for true synonyms, 1 for a slip or a loose meaning, looked for only when little was found without. `marked` is the
   * same with its marks, where they are known.
   */
  alternatives: readonly { folded: string; marked?: string; cost: 0 | 1 }[];
}

/** One thing understood. It shows as a chip that can be taken away; its `key` then stands among the ignored ones. */
export interface Meaning {
  kind: 'stars' | 'status' | 'place' | 'group' | 'producer-kind' | 'quantity' | 'alcohol' | 'near';
  /** Stable within one text: `stars:4`, `place:ha-tinh`, `place:ha-tinh/cam-due`. */
  key: string;
  /** The part of the text that it was read from, as typed. */
  typed: string;
  label: { vi: string; en: string };
  /** Narrows the results; absent where it only puts what fits first. */
  filter?: SearchFilters;
  /**
   * Puts what fits first without leaving out the rest: a place or group named in passing, whose words stay among `words`
   * as well; a quantity, whose words do not.
   */
  prefers?: SearchFilters;
  /** Folded phrases that the best hits hold: `500ml`, `0 5 lit` of a quantity, `cam nhuong` of a place. */
  spellings?: readonly string[];
}

export interface PlaceQuestion {
  typed: string;
  /** Each with the filter that chooses it. Two at least. */
  choices: readonly { key: string; label: { vi: string; en: string }; filter: SearchFilters }[];
}

export interface UnderstandOptions {
  /** Keys of meanings that the reader took away. */
  ignored?: readonly string[];
  /** Key of the choice that answers a place question. */
  chosen?: string;
}
