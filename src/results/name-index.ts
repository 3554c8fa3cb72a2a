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
  page: NamedPage;
  note: string | undefined;
  /** Folded, a blank before each word. */
  folded: string;
}

/** Words that say what kind of place is meant, and are no name. */
const KIND_WORDS = /^ (?:xa|phuong|thi tran|dac khu|tinh|thanh pho|tp|huyen) /;

export function nameIndex(pages: readonly NamedPage[]): NameIndex {
  const lines: Line[] = pages.flatMap((page) => [
    { page, note: undefined, folded: ` ${foldPhrase(page.text)}` },
    ...page.others.map(({ name, note }) => ({ page, note, folded: ` ${foldPhrase(name)}` })),
  ]);
  return {
    find(text, most) {
      const typed = foldPhrase(text);
      if (typed === '') return [];
      const words = typed.split(' ').map((word) => ` ${word}`);
      const found = new Map<NamedPage, { line: Line; rank: number }>();
      for (const line of lines) {
        if (!words.every((word) => line.folded.includes(word))) continue;
        const rank = rankOf(line, typed);
        const before = found.get(line.page);
        if (before === undefined || rank > before.rank) found.set(line.page, { line, rank });
      }
      const best = [...found.values()].sort((a, b) => b.rank - a.rank || b.line.page.weight - a.line.page.weight);
      const left = { places: most, producers: most, groups: most };
      return best.filter(({ line }) => (left[line.page.kind] -= 1) >= 0).map(({ line }) => ({ page: line.page, note: line.note }));
    },
  };
}

/** A name of today before one of the past, a whole name before a beginning, a beginning before a part. */
function rankOf({ folded, note }: Line, typed: string): number {
  const bare = folded.replace(KIND_WORDS, ' ');
  const starts = (name: string): boolean => name.startsWith(` ${typed}`);
  const whole = folded === ` ${typed}` || bare === ` ${typed}` || bare.startsWith(` ${typed} `);
  return (whole ? 4 : 0) + (starts(folded) || starts(bare) ? 2 : 0) + (note === undefined ? 1 : 0);
}
