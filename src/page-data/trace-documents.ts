import type { StoredDocument } from '../catalogue/stored-document.ts';
import type { Lot, LotDocument } from '../domain/lot.ts';
import { formatDate } from '../i18n/format-date.ts';
import { documentPath } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { TraceContext } from './trace-context.ts';
import { vietnamese, type WordsIn } from './trace-words.ts';

export interface TraceDocument {
  title: WordsIn;
  /** Number, issuer and day, as far as declared. */
  line?: string;
  href: string;
  /** "PDF, 12 KB". */
  file: string;
  sha256: string;
  /** Its first and last characters. */
  short: string;
}

export function traceDocuments({ view, text }: TraceContext, lot: Lot): TraceDocument[] {
  return lot.documents.flatMap((document) => {
    const stored = storedDocument(view, lot, document.file);
    if (stored === undefined) return [];
    const { sha256, extension, bytes } = stored;
    return [
      {
        title: vietnamese(document.title, text),
        line: lineOf(document, text),
        href: documentPath(sha256, extension),
        file: `${extension.toUpperCase()}, ${Math.max(1, Math.round(bytes / 1024))} KB`,
        sha256,
        short: `${sha256.slice(0, 8)}…${sha256.slice(-8)}`,
      },
    ];
  });
}

/** Undefined for a file that is not there; the register refuses such a record. */
export function documentHref(view: Pick<View, 'catalogue'>, lot: Lot, file: string): string | undefined {
  const stored = storedDocument(view, lot, file);
  return stored && documentPath(stored.sha256, stored.extension);
}

function storedDocument({ catalogue }: Pick<View, 'catalogue'>, { productId, code }: Lot, file: string): StoredDocument | undefined {
  return catalogue.documentsOf(productId, code).find((stored) => stored.file === file);
}

function lineOf({ number, issuedBy, issuedOn }: LotDocument, text: TraceContext['text']): string | undefined {
  const parts = [number, issuedBy, issuedOn && formatDate(issuedOn, text)].filter((each) => each !== undefined && each !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}
