import { inSteps } from '../../domain/steps.ts';
import type { SearchDocument } from '../search-document.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { documentsSteps } from './decode-documents.ts';
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
  for (const part of parts) decoded.push(await inSteps(documentsSteps(part, places), pause));
  const documents = decoded.flat();
  const index = await inSteps(rowIndexSteps(documents), pause);
  await pause();
  const engine = openEmbeddedEngine(documents, index);
  return { engine, vocabulary: { words: engine.words, places: places.index, groups } };
}
