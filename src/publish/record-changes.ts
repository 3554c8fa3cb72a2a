import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfRecord } from '../catalogue/digests.ts';
import { lotId } from '../catalogue/lot-id.ts';
import { shownProducts } from './day-digests.ts';
import { writeDurably } from './durable-write.ts';
import type { View } from './view.ts';

/** `status`: products with a certificate whose status another day changed; their records may be as they were. */
export type RecordKind = 'product' | 'producer' | 'decision' | 'lot' | 'group' | 'place' | 'moved' | 'site' | 'photograph' | 'status';

export interface KindChanges {
  added: number;
  changed: number;
  removed: number;
  /** The first of them. */
  ids: readonly string[];
}

/** Only kinds of which something changed. */
export type RecordChanges = Partial<Record<RecordKind, KindChanges>>;

/** A digest by `<kind>:<id>`, of each record alone: unlike page inputs it covers nothing that belongs to other records. */
export type RecordDigests = ReadonlyMap<string, string>;

const IDS = 100;
const RECORDS_FILE = 'records.json';

export function recordDigests(state: Pick<View, 'catalogue' | 'asOf' | 'photographs'>): RecordDigests {
  const { catalogue, photographs } = state;
  const digests = new Map<string, string>();
  const add = (kind: RecordKind, id: string, digest: string): void => void digests.set(`${kind}:${id}`, digest);
  for (const product of catalogue.products) add('product', product.id, digestOfRecord(product));
  for (const producer of catalogue.producers) add('producer', producer.id, digestOfRecord(producer));
  for (const decision of catalogue.decisions) add('decision', decision.id, digestOfRecord(decision));
  for (const lot of catalogue.lots) add('lot', lotId(lot), catalogue.digest(`lot:${lotId(lot)}`));
  for (const { id, name, order } of catalogue.groups) add('group', id, `${order} ${name.vi} ${name.en}`);
  for (const place of [...catalogue.provinces, ...catalogue.communes]) add('place', place.code, digestOfRecord(place));
  for (const [kind, moved] of Object.entries(catalogue.moved)) for (const { id, to } of moved) add('moved', `${kind}/${id}`, to.join());
  add('site', 'site', catalogue.digest('site'));
  for (const [id, all] of photographs ?? []) add('photograph', id, all.map(({ derivatives }) => derivatives.hash).join());
  for (const [id, { states }] of shownProducts(state).byId) add('status', id, states);
  return digests;
}

/** A product that came or went is told of once, without its status. */
export function recordChanges(before: RecordDigests, after: RecordDigests): RecordChanges {
  const changes: Partial<Record<RecordKind, { added: number; changed: number; removed: number; ids: string[] }>> = {};
  const note = (key: string, what: 'added' | 'changed' | 'removed'): void => {
    const kind = key.slice(0, key.indexOf(':')) as RecordKind;
    if (kind === 'status' && what !== 'changed') return;
    const change = (changes[kind] ??= { added: 0, changed: 0, removed: 0, ids: [] });
    change[what] += 1;
    if (change.ids.length < IDS) change.ids.push(key.slice(kind.length + 1));
  };
  for (const [key, digest] of after) {
    const known = before.get(key);
    if (known !== digest) note(key, known === undefined ? 'added' : 'changed');
  }
  for (const key of before.keys()) if (!after.has(key)) note(key, 'removed');
  return changes;
}

/** Keeps the digests of a publish for the next process. */
export async function keepRecordDigests(publishDir: string, number: number, digests: RecordDigests): Promise<void> {
  await writeDurably(join(publishDir, RECORDS_FILE), JSON.stringify({ number, digests: [...digests] }), join(publishDir, 'tmp'));
}

/** Those of the publish with this number; undefined when they were not kept. */
export async function readRecordDigests(publishDir: string, number: number): Promise<RecordDigests | undefined> {
  try {
    const kept = JSON.parse(await readFile(join(publishDir, RECORDS_FILE), 'utf8')) as { number: number; digests: [string, string][] };
    return kept.number === number ? new Map(kept.digests) : undefined;
  } catch {
    return undefined;
  }
}

