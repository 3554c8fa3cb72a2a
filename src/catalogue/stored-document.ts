/** A file that a record names, as it lies beside the record. */
export interface StoredDocument {
  /** Name below the record's folder. */
  file: string;
  /** Of its bytes, 64 hex characters. */
  sha256: string;
  bytes: number;
  extension: DocumentExtension;
  mediaType: string;
}

export type DocumentExtension = 'pdf' | 'png' | 'jpg' | 'webp';

export const DOCUMENT_TYPES: Readonly<Record<DocumentExtension, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

/** The kind by a file's name; undefined for kinds that are not kept beside a lot. */
export function documentExtension(file: string): DocumentExtension | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'jpeg') return 'jpg';
  return ending in DOCUMENT_TYPES ? (ending as DocumentExtension) : undefined;
}

/** The kind by the first bytes, whatever the name says. */
export function kindOfBytes(bytes: Uint8Array): DocumentExtension | undefined {
  const head = Array.from(bytes.subarray(0, 12), (byte) => String.fromCharCode(byte)).join('');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  return head.startsWith('RIFF') && head.slice(8) === 'WEBP' ? 'webp' : undefined;
}
