/**
 * Telex and VNI keystrokes that reached us as they are ("nuowcs", "nu7o7c1"), read as the syllable they spell. Undefined where
 * the letters are no keystrokes of a marked syllable.
 */
export function decodeTelex(letters: string): string | undefined {
  if (!/^[a-z]+$/.test(letters)) return undefined;
  const state: Spelling = { letters: [], tone: '' };
  for (const key of letters) if (!telexKey(state, key)) state.letters.push(key);
  return spelled(state, letters);
}

export function decodeVni(letters: string): string | undefined {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(letters)) return undefined;
  const state: Spelling = { letters: [], tone: '' };
  for (const key of letters) {
    if (/[a-z]/.test(key)) state.letters.push(key);
    else if (!vniKey(state, key)) return undefined;
  }
  return spelled(state, letters);
}

interface Spelling {
  /** Each with its own mark (ê, ơ, đ), none with a tone. */
  letters: string[];
  /** Combining character; empty for the level tone. */
  tone: string;
}

const TELEX_TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI_TONES: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { o: 'ơ', u: 'ư' };
const VOWELS = 'aăâeêioôơuưy';

/** True when the key changed what was typed before it. */
function telexKey(state: Spelling, key: string): boolean {
  const tone = TELEX_TONES[key];
  if (tone !== undefined) return hasVowel(state) && setTone(state, tone);
  if (key === 'w') return putHorn(state) || change(state, 'a', 'ă');
  if (key === 'd') return change(state, 'd', 'đ');
  return Object.hasOwn(CIRCUMFLEX, key) && change(state, key, CIRCUMFLEX[key] as string);
}

function vniKey(state: Spelling, key: string): boolean {
  const tone = VNI_TONES[key];
  if (tone !== undefined) return hasVowel(state) && setTone(state, tone);
  if (key === '6') return ['a', 'e', 'o'].some((letter) => change(state, letter, CIRCUMFLEX[letter] as string));
  if (key === '7') return putHorn(state);
  return key === '8' ? change(state, 'a', 'ă') : change(state, 'd', 'đ');
}

function hasVowel({ letters }: Spelling): boolean {
  return letters.some((letter) => VOWELS.includes(letter));
}

function setTone(state: Spelling, tone: string): boolean {
  state.tone = tone;
  return true;
}

/** uo becomes ươ with one key or with two. */
function putHorn(state: Spelling): boolean {
  const { letters } = state;
  const place = letters.findLastIndex((letter) => Object.hasOwn(HORN, letter));
  if (place === -1) return letters.includes('ơ') && letters.includes('ư');
  const isPair = letters[place] === 'o' && letters[place - 1] === 'u' && letters[place - 2] !== 'q';
  if (isPair) letters[place - 1] = 'ư';
  letters[place] = HORN[letters[place] as string] as string;
  return true;
}

function change({ letters }: Spelling, from: string, to: string): boolean {
  const place = letters.lastIndexOf(from);
  if (place === -1) return false;
  letters[place] = to;
  return true;
}

function spelled({ letters, tone }: Spelling, typed: string): string | undefined {
  const plain = letters.join('');
  if (plain === typed && tone === '') return undefined;
  const at = tone === '' ? -1 : tonePlace(letters);
  return letters.map((letter, place) => (place === at ? letter + tone : letter)).join('').normalize('NFC');
}

/** The letter that bears the tone: a marked vowel, else the middle of three, else by what follows. */
function tonePlace(letters: readonly string[]): number {
  const marked = letters.findLastIndex((letter) => 'ăâêôơư'.includes(letter));
  if (marked !== -1) return marked;
  const initial = /^(?:qu|gi(?=.*[aăâeêoôơuưy]))/.exec(letters.join(''))?.[0].length ?? 0;
  const vowels = letters.flatMap((letter, place) => (place >= initial && VOWELS.includes(letter) ? [place] : []));
  if (vowels.length <= 1) return vowels[0] ?? letters.findLastIndex((letter) => VOWELS.includes(letter));
  const isClosed = (vowels.at(-1) as number) < letters.length - 1;
  return (vowels.length === 3 || isClosed ? vowels[1] : vowels[0]) as number;
}
