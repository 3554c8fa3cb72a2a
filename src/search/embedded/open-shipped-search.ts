import type { Vocabulary } from '../vocabulary.ts';
import { decodeDocuments } from './decode-documents.ts';
import { decodePlaces } from './decode-places.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from './open-embedded-engine.ts';

export interface ShippedSearch {
  engine: EmbeddedEngine;
  vocabulary: Vocabulary;
}

/**
 * What a browser opens: the texts of encodeDocuments (the head first, later the head with the rest), of encodePlaces, and the
 * groups. Opening anew with more parts gives a whole new search; nothing of the old one is kept.
 */
export function openShippedSearch(parts: readonly string[], places: string, groups: Vocabulary['groups']): ShippedSearch {
  const shipped = decodePlaces(places);
  const engine = openEmbeddedEngine(parts.flatMap((part) => decodeDocuments(part, shipped)));
  return { engine, vocabulary: { words: engine.words, places: shipped.index, groups } };
}
