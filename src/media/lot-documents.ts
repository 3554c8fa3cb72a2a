import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { DOCUMENT_TYPES, type DocumentExtension, type StoredDocument } from '../catalogue/stored-document.ts';
import type { Lot } from '../domain/lot.ts';
import type { Problem } from '../domain/problem.ts';
import { documentPath } from '../paths.ts';
import { writeAtomically } from './atomic-file.ts';

/**
 * Keeps every document of every lot under its hash, where the media of the site are kept: an address goes on giving the
 * bytes that its hash names, whatever happens to the record's folder. One that vanished since it was read is a problem.
 */
export async function keepLotDocuments({ catalogue, contentDir, cacheDir }: {
  catalogue: Pick<Catalogue, 'lots' | 'documentsOf'>;
  contentDir: string;
  cacheDir: string;
}): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const lot of catalogue.lots) {
    for (const [index, document] of catalogue.documentsOf(lot.productId, lot.code).entries()) {
      const kept = documentFile(cacheDir, documentPath(document.sha256, document.extension));
      if (kept === undefined || (await isThere(kept.file))) continue;
      const bytes = await readSame(join(contentDir, lotWay(lot), document.file), document.sha256);
      if (bytes === undefined) problems.push(vanished(lot, index, document));
      else await writeAtomically(kept.file, bytes);
    }
  }
  return problems;
}

/** Where a document lies in the cache; undefined for an address that is none. */
export function documentFile(cacheDir: string, path: string): { file: string; type: string } | undefined {
  const name = /^\/media\/document\/([0-9a-f]{64}\.(pdf|png|jpg|webp))$/.exec(path);
  return name === null ? undefined : { file: join(cacheDir, 'document', name[1] as string), type: DOCUMENT_TYPES[name[2] as DocumentExtension] };
}

/** From the folder of records. */
export function lotWay({ productId, code, sample }: Pick<Lot, 'productId' | 'code' | 'sample'>): string {
  return `${sample ? 'samples/' : ''}lots/${productId}/${code}`;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Undefined when the file is gone or another one by now. */
async function readSame(file: string, sha256: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}

function vanished(lot: Lot, index: number, { file }: StoredDocument): Problem {
  return {
    file: `content/${lotWay(lot)}.yaml`,
    field: `documents.${index}.file`,
    message: `"${file}" vanished or changed while the register was read: put it back, then try again`,
    messageVi: `"${file}" bị mất hoặc thay đổi trong lúc đọc hồ sơ: hãy đặt lại tệp rồi thử lại`,
    severity: 'error',
  };
}
