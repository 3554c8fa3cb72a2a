import { isStarLevel, STAR_LEVELS, type StarLevel } from '../../domain/star-level.ts';
import { claim, isFree, type Reading } from './reading.ts';
import { mayBe } from './tokens.ts';

const NUMBERS: Readonly<Record<string, number>> = { ba: 3, bốn: 4, tư: 4, năm: 5, three: 3, four: 4, five: 5 };
const AT_LEAST = ['từ', 'trên', 'from'];
const OR_MORE = ['trở lên', 'or more', 'plus'];
const BEFORE = ['hạng', 'đạt', 'ocop', 'chuẩn', 'loại'];

/** "4 sao", "bốn sao", "ocop 5 sao", "4sao", "5 star", "từ 4 sao". One and two stars carry no certificate and stay words. */
export function readStars(reading: Reading): void {
  const { tokens } = reading;
  for (let place = 0; place < tokens.length; place += 1) {
    const found = starsAt(reading, place);
    if (found === undefined || !isFree(reading, place, found.to)) continue;
    let [from, to] = [place, found.to];
    const atLeast = from > 0 && AT_LEAST.some((word) => is(reading, from - 1, word));
    if (atLeast) from -= 1;
    const orMore = OR_MORE.find((phrase) => phrase.split(' ').every((word, step) => is(reading, to + step, word)));
    if (orMore !== undefined) to += orMore.split(' ').length;
    while (from > 0 && BEFORE.some((word) => is(reading, from - 1, word)) && isFree(reading, from - 1, from)) from -= 1;
    const stars = atLeast || orMore !== undefined ? STAR_LEVELS.filter((level) => level >= found.stars) : [found.stars];
    claim(reading, {
      from, to, keepsWords: false,
      meaning: { kind: 'stars', key: `stars:${stars.join('-')}`, label: { vi: `${stars.join(', ')} sao`, en: `${stars.join(', ')} stars` }, filter: { stars } },
    });
    place = to - 1;
  }
}

function starsAt(reading: Reading, place: number): { stars: StarLevel; to: number } | undefined {
  const token = reading.tokens[place];
  if (token === undefined) return undefined;
  const joined = /^([345])(?:sao|stars?)$/.exec(token.folded);
  if (joined !== null) return { stars: Number(joined[1]) as StarLevel, to: place + 1 };
  const stars = /^\d$/.test(token.folded) ? Number(token.folded) : Object.entries(NUMBERS).find(([word]) => mayBe(token, word))?.[1];
  if (!isStarLevel(stars) || !['sao', 'star', 'stars'].some((word) => is(reading, place + 1, word))) return undefined;
  return { stars, to: place + 2 };
}

function is({ tokens }: Reading, place: number, word: string): boolean {
  const token = tokens[place];
  return token !== undefined && mayBe(token, word);
}
