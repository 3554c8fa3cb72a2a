import type { ProposedRecord } from '../proposal.ts';

const CONTEXT = 3;

/** What a record's file would change, as `diff -u` writes it; empty when nothing does. */
export function unifiedDiff({ path, before, after }: ProposedRecord): string {
  const edits = diffLines(linesOf(before ?? ''), linesOf(after));
  if (edits.every(({ sign }) => sign === ' ')) return '';
  const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`];
  return [...head, ...hunks(edits)].join('\n');
}

interface Edit {
  sign: ' ' | '-' | '+';
  text: string;
  /** Lines of the old and the new text that stand before it. */
  old: number;
  now: number;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** By the longest common subsequence between what the two texts share at both ends. */
function diffLines(a: readonly string[], b: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  const push = (sign: Edit['sign'], text: string): void => {
    edits.push({ sign, text, old: i, now: j });
    if (sign !== '+') i += 1;
    if (sign !== '-') j += 1;
  };
  let end = 0;
  while (end < Math.min(a.length, b.length) && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  while (i < a.length - end && j < b.length - end && a[i] === b[j]) push(' ', a[i] ?? '');
  const [start, bStart] = [i, j];
  const lengths = commonLengths(a.slice(start, a.length - end), b.slice(bStart, b.length - end));
  while (i < a.length - end || j < b.length - end) {
    const here = lengths[i - start]?.[j - bStart] ?? 0;
    if (i < a.length - end && j < b.length - end && a[i] === b[j]) push(' ', a[i] ?? '');
    else if (i < a.length - end && (lengths[i - start + 1]?.[j - bStart] ?? 0) === here) push('-', a[i] ?? '');
    else if (j < b.length - end) push('+', b[j] ?? '');
    else push('-', a[i] ?? '');
  }
  while (i < a.length) push(' ', a[i] ?? '');
  return edits;
}

function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (table[i] as number[])[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
    }
  }
  return table;
}

function hunks(edits: readonly Edit[]): string[] {
  const near = edits.map((_, at) => edits.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ sign }) => sign !== ' '));
  const lines: string[] = [];
  for (let at = 0; at < edits.length; at += 1) {
    if (near[at] !== true) continue;
    let end = at;
    while (end < edits.length && near[end] === true) end += 1;
    const hunk = edits.slice(at, end);
    lines.push(`@@ -${range(hunk, 'old', '+')} +${range(hunk, 'now', '-')} @@`, ...hunk.map(({ sign, text }) => `${sign}${text}`));
    at = end;
  }
  return lines;
}

function range(hunk: readonly Edit[], side: 'old' | 'now', without: '+' | '-'): string {
  const count = hunk.filter(({ sign }) => sign !== without).length;
  return `${(hunk[0]?.[side] ?? 0) + (count > 0 ? 1 : 0)},${count}`;
}
