import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfRecord } from '../catalogue/digests.ts';
import { lotId } from '../catalogue/lot-id.ts';
import { remember, rememberBoth } from '../catalogue/remember.ts';
import type { Commune, Province } from '../domain/place.ts';
import { shownProducts, type ShownProducts } from './day-digests.ts';
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

/**
 * Digests by kind and id, of each record alone: unlike page inputs they cover nothing that belongs to other records. Of a
 * kind of which nothing changed it is the same map again.
 */
export type RecordDigests = ReadonlyMap<RecordKind, ReadonlyMap<string, string>>;

const IDS = 100;
const RECORDS_FILE = 'records.json';

export function recordDigests(state: Pick<View, 'catalogue' | 'asOf' | 'photographs'>): RecordDigests {
  const { catalogue, photographs } = state;
  const moved = Object.entries(catalogue.moved).flatMap(([kind, records]) => records.map(({ id, to }) => [`${kind}/${id}`, to.join()] as const));
  return new Map<RecordKind, ReadonlyMap<string, string>>([
    ['product', digestsById(catalogue.products)],
    ['producer', digestsById(catalogue.producers)],
    ['decision', digestsById(catalogue.decisions)],
    ['lot', new Map(catalogue.lots.map((lot) => [lotId(lot), catalogue.digest(`lot:${lotId(lot)}`)]))],
    ['group', new Map(catalogue.groups.map(({ id, name, order }) => [id, `${order} ${name.vi} ${name.en}`]))],
    ['place', digestsOfPlaces(catalogue.provinces, catalogue.communes)],
    ['moved', new Map(moved)],
    ['site', new Map([['site', catalogue.digest('site')]])],
    ['photograph', new Map([...(photographs ?? [])].map(([id, all]) => [id, all.map(({ derivatives }) => derivatives.hash).join()]))],
    ['status', statesById(shownProducts(state))],
  ]);
}

/** Lists of records stay the same while all their records do. */
const digestsById = remember((records: readonly { id: string }[]) => new Map(records.map((record) => [record.id, digestOfRecord(record)])));
const digestsOfPlaces = rememberBoth((provinces: readonly Province[], communes: readonly Commune[]) => new Map([...provinces, ...communes].map((place) => [place.code, digestOfRecord(place)])));
const statesById = remember(({ byId }: ShownProducts) => new Map([...byId].map(([id, { states }]) => [id, states])));

/** A product that came or went is told of once, without its status. */
export function recordChanges(before: RecordDigests, after: RecordDigests): RecordChanges {
  const changes: RecordChanges = {};
  for (const [kind, now] of after) {
    const old = before.get(kind) ?? NONE;
    if (old === now) continue;
    const ids: string[] = [];
    const note = (id: string): void => void (ids.length < IDS && ids.push(id));
    let [added, changed, removed] = [0, 0, 0];
    for (const [id, digest] of now) {
      const known = old.get(id);
      if (known === digest || (kind === 'status' && known === undefined)) continue;
      if (known === undefined) added += 1;
      else changed += 1;
      note(id);
    }
    for (const id of kind === 'status' ? [] : old.keys()) {
      if (now.has(id)) continue;
      removed += 1;
      note(id);
    }
    if (added + changed + removed > 0) changes[kind] = { added, changed, removed, ids };
  }
  return changes;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Keeps the digests of a publish for the next process. */
export async function keepRecordDigests(publishDir: string, number: number, digests: RecordDigests): Promise<void> {
  const kinds = [...digests].map(([kind, records]) => `${JSON.stringify(kind)}:${textOf(records)}`);
  await writeDurably(join(publishDir, RECORDS_FILE), `{"number":${number},"kinds":{${kinds.join()}}}`, join(publishDir, 'tmp'));
}

const textOf = remember((records: ReadonlyMap<string, string>) => JSON.stringify(Object.fromEntries(records)));

/** Those of the publish with this number; undefined when they were not kept. */
export async function readRecordDigests(publishDir: string, number: number): Promise<RecordDigests | undefined> {
  try {
    const kept = JSON.parse(await readFile(join(publishDir, RECORDS_FILE), 'utf8')) as { number: number; kinds: Record<RecordKind, Record<string, string>> };
    if (kept.number !== number) return undefined;
    return new Map(Object.entries(kept.kinds).map(([kind, records]) => [kind as RecordKind, new Map(Object.entries(records))]));
  } catch {
    return undefined;
  }
}
