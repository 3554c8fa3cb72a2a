/** Letters with marks that are letters of their own stand after the plain one: a ă â, d đ, e ê, o ô ơ, u ư. */
const OWN_LETTER: Readonly<Record<string, string>> = { '\u0306': '1', '\u0302': '2', '\u031b': '3' };
/** ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries. */
const TONES: Readonly<Record<string, string>> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' };
const LONGEST = 200;

/**
 * Sorts as text the way names sort in Vietnamese: letters first, tones only between names of the same letters. Plain letters
 * and digits, because Meilisearch takes marks away and compares bytes.
 */
export function nameOrder(name: string): string {
  let [letters, tones] = ['', ''];
  for (const syllable of name.normalize('NFD').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)) {
    const [inLetters, tone] = orderOf(syllable);
    letters += `${inLetters} `;
    tones += tone;
  }
  return `${letters.slice(0, LONGEST)}/${tones}`;
}

function orderOf(syllable: string): [string, string] {
  let letters = '';
  let tone = '0';
  for (const character of syllable) {
    const own = OWN_LETTER[character];
    if (own !== undefined) letters = letters.slice(0, -1) + own;
    else if (TONES[character] !== undefined) tone = TONES[character];
    else if (character === 'đ') letters += 'd1';
    else if (!/\p{M}/u.test(character)) letters += `${character}0`;
  }
  return [letters, tone];
}
