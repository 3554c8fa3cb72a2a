import type { SearchDocument } from '../search-document.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { decodeDocuments } from './decode-documents.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from './open-embedded-engine.ts';
import { rowIndexSteps } from './row-index.ts';
import type { ShippedPlaces } from './shipped-places.ts';

export interface ShippedSearch {
  engine: EmbeddedEngine;
  vocabulary: Vocabulary;
}

/**
 * What a browser opens: the texts of encodeDocuments (the head first, later the head with the rest), what decodePlaces gave, and
 * the groups. Opening anew with more parts gives a whole new search; nothing of the old one is kept. `pause` is awaited after
 * every small step, so that a worker can answer meanwhile from what it has already.
 */
export async function openShippedSearch(parts: readonly string[], places: ShippedPlaces, groups: Vocabulary['groups'], pause: () => Promise<void> = async () => undefined): Promise<ShippedSearch> {
  const decoded: SearchDocument[][] = [];
  for (const part of parts) {
    decoded.push(decodeDocuments(part, places));
    await pause();
  }
  const documents = decoded.flat();
  const steps = rowIndexSteps(documents);
  for (;;) {
    const { done, value } = steps.next();
    await pause();
    if (done !== true) continue;
    const engine = openEmbeddedEngine(documents, value);
    return { engine, vocabulary: { words: engine.words, places: places.index, groups } };
  }
}
