import type { Lot } from '../domain/lot.ts';
import { EMPTY_FOLDER, type LotFile, type LotFileFault, type LotFolder } from './lot-folder.ts';
import { DOCUMENT_TYPES, type StoredDocument } from './stored-document.ts';

/** What lies beside a lot's record. */
export interface LotFiles {
  /** In the record's order. */
  documents: readonly StoredDocument[];
  /** 16 hex characters each, sorted; empty for a lot without serials. */
  serialHashes: readonly string[];
  /** SHA-256 of each photograph, in the record's order. */
  photographs: readonly string[];
}

/** Call it only after the checks found every file that the record names. */
export function lotFiles(lot: Lot, folder: LotFolder = EMPTY_FOLDER): LotFiles {
  return {
    documents: lot.documents.flatMap(({ file }) => storedDocument(file, folder.files.get(file))),
    serialHashes: folder.serials ?? [],
    photographs: lot.photographs.map(({ file }) => hashOf(folder.files.get(file))),
  };
}

function storedDocument(file: string, found: LotFile | LotFileFault | undefined): StoredDocument[] {
  if (found === undefined || typeof found === 'string' || found.kind === undefined) return [];
  const { sha256, bytes, kind } = found;
  return [{ file, sha256, bytes, extension: kind, mediaType: DOCUMENT_TYPES[kind] }];
}

function hashOf(found: LotFile | LotFileFault | undefined): string {
  return found === undefined || typeof found === 'string' ? '' : found.sha256;
}
