import type { IndexDocument } from './index-document.ts';

const COUNT = 8;

/** Documents spread over the whole list, by which a load is tried out; those without a name to look for are passed over. */
export function sentinelsOf(documents: readonly IndexDocument[]): IndexDocument[] {
  const named = documents.filter(({ name }) => name.join('') !== '');
  const step = Math.max(1, Math.floor(named.length / COUNT));
  return named.filter((_, place) => place % step === 0).slice(0, COUNT);
}
