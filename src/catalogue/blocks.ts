import { isSameList } from './remember.ts';

/** Of a long list few blocks are worked out again, and few results are put together. */
const IN_A_BLOCK = 128;

/** What `work` gives for each block of the list, the positions `from` to before `to`. */
export type Blocks<T extends object, V> = (list: readonly T[], beside: readonly unknown[], work: (from: number, to: number) => V) => readonly V[];

/**
 * Remembers the results of the last list: a block of the very same records, with the very same things `beside` them, is
 * not worked out again. The work may hang on nothing else.
 */
export function openBlocks<T extends object, V>(): Blocks<T, V> {
  let last: { list: readonly T[]; beside: readonly unknown[]; results: readonly V[] } | undefined;
  return (list, beside, work) => {
    const known = last !== undefined && isSameList(last.beside, beside) ? last : undefined;
    const results = Array.from({ length: Math.ceil(list.length / IN_A_BLOCK) }, (_, block): V => {
      const from = block * IN_A_BLOCK;
      const to = Math.min(list.length, from + IN_A_BLOCK);
      return known !== undefined && isSameBlock(known.list, list, from, to) ? (known.results[block] as V) : work(from, to);
    });
    last = { list, beside, results };
    return results;
  };
}

/** The last block of a list that grew or shrank has another end. */
function isSameBlock<T>(a: readonly T[], b: readonly T[], from: number, to: number): boolean {
  if (Math.min(a.length, from + IN_A_BLOCK) !== to) return false;
  for (let at = from; at < to; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
