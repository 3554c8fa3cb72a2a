import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { documentPath, drawingPath } from '../paths.ts';
import { writeAtomically } from './atomic-file.ts';
import { documentFile } from './lot-documents.ts';
import { photographFile } from './photograph.ts';
import { shareWords } from './share-cards.ts';
import type { ShareCard } from './share-card.ts';
import { shareImage } from './share-image.ts';
import { parseSharePath } from './share-path.ts';

export interface Media {
  /** PNG of `/media/share/<kind>/<id>.<language>.png`; undefined for an unknown record. Drawn on first request. */
  shareImage(path: string): Promise<Buffer | undefined>;
  /** A derivative of `/media/photo/…`; undefined for one that was never made. */
  photograph(path: string): Promise<{ body: Buffer; type: string } | undefined>;
  /** A document of `/media/document/…`; undefined for one that no lot names, whatever the cache holds. */
  document(path: string): Promise<{ body: Buffer; type: string } | undefined>;
}

/** For one snapshot and one day: open it anew when either changes, the cache folder is shared. */
export function openMedia({ catalogue, cacheDir, publicDir, asOf }: {
  catalogue: Catalogue;
  cacheDir: string;
  publicDir: string;
  asOf: IsoDate;
}): Media {
  const dust = catalogue.communes.map(({ point }) => point);
  const dustDigest = digest(JSON.stringify(dust));
  const documents = documentPaths(catalogue);
  const underway = new Map<string, Promise<Buffer>>();

  return {
    async shareImage(path) {
      const address = parseSharePath(path);
      const words = address && shareWords(catalogue, address, asOf);
      if (words === undefined) return undefined;
      const card: ShareCard = { ...words, drawing: await drawingOf(publicDir, words.drawing), dust };
      const file = join(cacheDir, 'share', `${digest(JSON.stringify({ ...card, dust: dustDigest, recipe: RECIPE }))}.png`);
      const drawing = underway.get(file) ?? readOrDraw(file, card).finally(() => underway.delete(file));
      underway.set(file, drawing);
      return drawing;
    },
    async photograph(path) {
      const found = photographFile(cacheDir, path);
      const body = found && (await readIfThere(found.file));
      return found && body && { body, type: found.type };
    },
    async document(path) {
      const found = documents().has(path) ? documentFile(cacheDir, path) : undefined;
      const body = found && (await readIfThere(found.file));
      return found && body && { body, type: found.type };
    },
  };
}

/** Addresses of all documents of all lots, worked out on the first question. */
function documentPaths(catalogue: Catalogue): () => ReadonlySet<string> {
  let paths: ReadonlySet<string> | undefined;
  return () =>
    (paths ??= new Set(
      catalogue.lots.flatMap(({ productId, code }) => catalogue.documentsOf(productId, code).map(({ sha256, extension }) => documentPath(sha256, extension))),
    ));
}

/** Counts up when share images are drawn differently. */
const RECIPE = 'share-1';

async function readOrDraw(file: string, card: ShareCard): Promise<Buffer> {
  const known = await readIfThere(file);
  if (known !== undefined) return known;
  const png = await shareImage(card);
  await writeAtomically(file, png);
  return png;
}

/** A kind without a drawing of its own shows the map instead. */
async function drawingOf(publicDir: string, drawing: string | undefined): Promise<string | undefined> {
  if (drawing === undefined || !/^[a-z0-9-]+$/.test(drawing)) return undefined;
  return (await readIfThere(join(publicDir, drawingPath(drawing))))?.toString('utf8');
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
