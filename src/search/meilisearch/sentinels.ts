import { indexDocument, type IndexDocument } from './index-document.ts';
import type { IndexSource } from './index-source.ts';

const COUNT = 8;

/** Documents spread over the whole list, by which a load is tried out; those without a name to look for are passed over. */
export function sentinelsOf({ documents, asOf }: IndexSource): IndexDocument[] {
  const step = Math.max(1, Math.floor(documents.length / COUNT));
  const some = documents.filter((_, place) => place % step === 0).slice(0, COUNT);
  return some.map((document) => indexDocument(document, asOf)).filter(({ name }) => name.join('') !== '');
}
