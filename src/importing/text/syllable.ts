const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ONSET = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x';
/** Rhymes that end in a glide or a falling vowel take no consonant after them. */
const OPEN_RHYMES =
  'iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|uya|uyu|uêu|uai|ia|iu|ai|ao|au|ay|âu|ây|eo|êu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|y';
const VOWELS = 'uyê|iê|yê|oa|oă|oe|oo|ôô|uâ|uê|uô|uơ|uy|ươ|a|ă|â|e|ê|i|o|ô|ơ|u|ư';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:(?:${OPEN_RHYMES})|(?:${VOWELS})(?:ch|ng|nh|c|m|n|p|t|k)?)$`, 'u');

/** True for a word that can be one syllable of Vietnamese, marks included: `phường` yes, `ph­êng` and `phöôøng` no. */
export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  const toneless = parts.replace(TONES, '');
  return parts.length - toneless.length <= 1 && SYLLABLE.test(toneless.normalize('NFC'));
}

/** Words of the text that have a letter or sign outside ASCII: the ones that tell how it is coded. */
export function markedWords(text: string): string[] {
  return text.normalize('NFC').split(/[\s\u00a0\d.,;:/()"“”'’!?&+*%\u2013\u2014_[\]-]+/u).filter((word) => /[^\u0000-\u007f]/u.test(word));
}

/** Of the words that tell, the share that are syllables; undefined when none tells. */
export function vietnameseShare(text: string): number | undefined {
  const words = markedWords(text);
  return words.length === 0 ? undefined : words.filter(isSyllable).length / words.length;
}
