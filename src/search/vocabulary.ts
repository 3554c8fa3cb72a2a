import type { PlaceIndex } from '../domain/place-index.ts';

/** What the query layer knows of the register that is searched. */
export interface Vocabulary {
  words: KnownWords;
  /** Of both eras. */
  places: PlaceIndex;
  groups: readonly { id: string; name: { vi: string; en: string } }[];
}

/** Syllables that occur in names, producers and places of products. */
export interface KnownWords {
  /** Folded, whole. */
  has(folded: string): boolean;
  /** Some known syllable begins like this. */
  hasStart(folded: string): boolean;
  /** Lower case, NFC: known with exactly these marks; hòa and hoà, mỹ and mĩ are one. */
  hasMarked(syllable: string): boolean;
}
