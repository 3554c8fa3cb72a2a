import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { LEAST_ENTRIES } from '../domain/status-bitstring.ts';
import { withPlaces, withPracticePlaces, type StatusIndex } from '../domain/status-index.ts';
import { syncDirectory, writeDurably } from './durable-write.ts';
import { takeLock } from './publish-lock.ts';

/** The record of places in the status list, beside the other records. Lines are only ever added to it. */
export const STATUS_INDEX_FILE = 'status-index.csv';

const HEADER = 'index,certificate';

/** How long to wait for another publish of this machine, in milliseconds. */
const LOCK_MS = 60_000;

/**
 * The places of all certificates of a catalogue. New ones are added to the record first: what is published names no place
 * that a later publish could give to another certificate. `publishDir`: whoever publishes there adds lines alone.
 * Throws when the record is damaged or cannot be written.
 */
export async function placesOf(catalogue: Catalogue, contentDir: string, publishDir: string): Promise<StatusIndex> {
  const [real, practice] = [false, true].map((sample) =>
    catalogue.products.filter((product) => product.sample === sample).flatMap(({ id }) => catalogue.certificatesOf(id).map((certificate) => certificate.id)),
  ) as [string[], string[]];
  const known = await readStatusIndex(contentDir);
  const index = withPlaces(known, real) === known ? known : await addPlaces(real, contentDir, publishDir);
  return practice.length === 0 ? index : withPracticePlaces(index, practice, Math.max(LEAST_ENTRIES, index.size + practice.length));
}

async function addPlaces(certificateIds: readonly string[], contentDir: string, publishDir: string): Promise<StatusIndex> {
  const lock = await takeLock(publishDir, LOCK_MS);
  try {
    const index = withPlaces(await readStatusIndex(contentDir), certificateIds);
    await writeDurably(join(contentDir, STATUS_INDEX_FILE), statusIndexText(index));
    await syncDirectory(contentDir);
    return index;
  } finally {
    await lock.release();
  }
}

/** Empty when there is no record yet. Throws with the file's name, the line and what to do. */
export async function readStatusIndex(contentDir: string): Promise<StatusIndex> {
  const text = await readFile(join(contentDir, STATUS_INDEX_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return HEADER;
    throw error;
  });
  if (text !== last?.text) last = { text, index: parseStatusIndex(text) };
  return last.index;
}

/** The record is long, and read again by every publish. */
let last: { text: string; index: StatusIndex } | undefined;

export function parseStatusIndex(text: string): StatusIndex {
  const [header, ...lines] = text.replace(/\r/g, '').trimEnd().split('\n');
  if (header !== HEADER) throw damaged(1, `expected "${HEADER}"`);
  const index = new Map<string, number>();
  const places = new Set<number>();
  for (const [nth, line] of lines.entries()) {
    const [, digits, id] = /^(\d{1,9}),([a-z0-9-]+)$/.exec(line) ?? [];
    if (digits === undefined || id === undefined) throw damaged(nth + 2, `expected a number, a comma and a certificate's id, found ${JSON.stringify(line.slice(0, 60))}`);
    const place = Number(digits);
    if (places.has(place)) throw damaged(nth + 2, `the place ${place} is given twice`);
    if (index.has(id)) throw damaged(nth + 2, `"${id}" has two places`);
    places.add(place);
    index.set(id, place);
  }
  return index;
}

export function statusIndexText(index: StatusIndex): string {
  const lines = [...index].sort(([, a], [, b]) => a - b).map(([id, place]) => `${place},${id}\n`);
  return `${HEADER}\n${lines.join('')}`;
}

function damaged(line: number, what: string): Error {
  return new Error(`content/${STATUS_INDEX_FILE}:${line}: ${what}; take the lines of the last published state back, and let new ones be added by the next publish`);
}
