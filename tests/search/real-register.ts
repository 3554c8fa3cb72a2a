import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from '../../src/search/embedded/open-embedded-engine.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { searchDocuments } from '../../src/search/search-documents.ts';
import type { Vocabulary } from '../../src/search/vocabulary.ts';

export const DAY = '2026-11-28';

export interface RealRegister {
  catalogue: Catalogue;
  documents: readonly SearchDocument[];
  engine: EmbeddedEngine;
  vocabulary: Vocabulary;
}

/** The real products, opened for searching; samples only when asked for. */
export function openRealRegister(samples = false): RealRegister {
  const catalogue = loadCatalogue({ contentDir: 'content', samples, today: DAY }).catalogue as Catalogue;
  const documents = searchDocuments(catalogue, DAY);
  const engine = openEmbeddedEngine(documents);
  return { catalogue, documents, engine, vocabulary: { words: engine.words, places: catalogue.placeIndex, groups: catalogue.groups } };
}
