import { atOnce, eachInSteps, mapInSteps, type Steps } from '../domain/steps.ts';
import { firstKeys } from '../search/first-keys.ts';
import { foldPhrase } from '../search/syllables.ts';

/** Something with a page of its own that is no product. */
export interface NamedPage {
  kind: 'places' | 'producers' | 'groups';
  text: string;
  href: string;
  /** "12 sản phẩm". */
  note?: string | undefined;
  /** Other names that lead to it, each with what is said when it did: "trước là Xã Cẩm Mỹ, Huyện Cẩm Xuyên". */
  others: readonly { name: string; note: string }[];
  /** Goods behind it; more of them stand first. */
  weight: number;
}

export interface FoundName {
  page: NamedPage;
  /** Said in place of the page's own note. */
  note?: string | undefined;
}

export interface NameIndex {
  /** Pages in whose name every word begins with a typed one, at most `most` of each kind. */
  find(text: string, most: number): FoundName[];
}

interface Line {
  /** Of another name; undefined for the page's own. */
  other: { readonly note: string } | undefined;
  /** Folded, a blank before each word. */
  folded: string;
  /** The same without the kind of place. */
  bare: string;
}

/** Words that say what kind of place is meant, and are no name. */
const KIND_WORDS = /^ (?:xa|phuong|thi tran|dac khu|tinh|thanh pho|tp|huyen) /;

export function nameIndex(pages: readonly NamedPage[]): NameIndex {
  return atOnce(nameIndexSteps(pages));
}

export function* nameIndexSteps(pages: readonly NamedPage[]): Steps<NameIndex> {
  const named = yield* mapInSteps(pages, (page): Named => ({ page, lines: [lineOf(page.text), ...page.others.map((other) => lineOf(other.name, other))] }));
  const byLetter = yield* pagesByLetter(named);
  const kept = firstKeys<FoundName[]>();
  const find = (typed: string, most: number): FoundName[] => {
    const words = typed.split(' ').map((word) => ` ${word}`);
    const best: Record<NamedPage['kind'], Ranked[]> = { places: [], producers: [], groups: [] };
    for (const { page, lines } of fewest(words.map((word) => byLetter.get(word.charAt(1)) ?? []))) {
      const ranked = bestLine(page, lines, words);
      if (ranked !== undefined) keepBest(best[page.kind], ranked, most);
    }
    const all = [...best.places, ...best.producers, ...best.groups].sort(bestFirst);
    return all.map(({ page, note }) => ({ page, note }));
  };
  return {
    find(text, most) {
      const typed = foldPhrase(text);
      return typed === '' ? [] : kept.of(typed, `${most} ${typed}`, () => find(typed, most));
    },
  };
}

interface Named {
  page: NamedPage;
  lines: readonly Line[];
}

/** Pages under every letter that a word of one of their names begins with, in their order. */
function* pagesByLetter(named: readonly Named[]): Steps<Map<string, Named[]>> {
  const byLetter = new Map<string, Named[]>();
  yield* eachInSteps(named, (one) => {
    for (const { folded } of one.lines) {
      for (let blank = 0; blank !== -1; blank = folded.indexOf(' ', blank + 1)) {
        const letter = folded.charAt(blank + 1);
        const pages = byLetter.get(letter) ?? [];
        if (pages.length === 0) byLetter.set(letter, pages);
        if (pages.at(-1) !== one) pages.push(one);
      }
    }
  });
  return byLetter;
}

function fewest<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.reduce((least, list) => (list.length < least.length ? list : least));
}

function lineOf(name: string, other?: Line['other']): Line {
  const folded = ` ${foldPhrase(name)}`;
  return { other, folded, bare: folded.replace(KIND_WORDS, ' ') };
}

interface Ranked extends FoundName {
  rank: number;
}

/** The name of a page that fits best, the first of equals; undefined when none holds all words. */
function bestLine(page: NamedPage, lines: readonly Line[], words: readonly string[]): Ranked | undefined {
  let best: Ranked | undefined;
  for (const line of lines) {
    if (!words.every((word) => line.folded.includes(word))) continue;
    const rank = rankOf(line, words.join(''));
    if (best === undefined || rank > best.rank) best = { page, note: line.other?.note, rank };
  }
  return best;
}

/** Thousands of names begin with one letter: of them only the best few are kept. */
function keepBest(kept: Ranked[], ranked: Ranked, most: number): void {
  const last = kept.at(-1);
  if (kept.length >= most && last !== undefined && bestFirst(last, ranked) <= 0) return;
  const at = kept.findIndex((other) => bestFirst(other, ranked) > 0);
  kept.splice(at === -1 ? kept.length : at, 0, ranked);
  if (kept.length > most) kept.pop();
}

function bestFirst(a: Ranked, b: Ranked): number {
  return b.rank - a.rank || b.page.weight - a.page.weight;
}

/** A name of today before one of the past, a whole name before a beginning, a beginning before a part. `typed`: with a blank before each word. */
function rankOf({ folded, bare, other }: Line, typed: string): number {
  const starts = folded.startsWith(typed) || bare.startsWith(typed);
  const whole = folded === typed || bare === typed || bare.startsWith(`${typed} `);
  return (whole ? 4 : 0) + (starts ? 2 : 0) + (other === undefined ? 1 : 0);
}
