import type { Catalogue, RecordKey } from '../catalogue/catalogue.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { InputDigests } from './input-digests.ts';
import type { InputKey } from './input-key.ts';

export interface DigestedCatalogue {
  catalogue: Catalogue;
  digests: InputDigests;
}

const STATUS_PLACE = 'status-place:';

/**
 * Whether what a key stands for is shown differently than before. Never says no when it is; of records without a product
 * that changed it works out nothing, which is all but a few of many thousands.
 */
export function changedKeys(before: DigestedCatalogue, after: DigestedCatalogue): (key: InputKey) => boolean {
  const touched = touchedKeys(before, after);
  const known = new Map<InputKey, boolean>();
  return (key) => {
    if (touched.has(key)) return true;
    if (isProduct(key)) return false;
    if (key.startsWith(STATUS_PLACE)) return hasMoved(key.slice(STATUS_PLACE.length), before.digests, after.digests);
    let isChanged = known.get(key);
    if (isChanged === undefined) {
      isChanged = isRecord(key) ? differs(key, before.catalogue, after.catalogue) : before.digests.of(key) !== after.digests.of(key);
      known.set(key, isChanged);
    }
    return isChanged;
  };
}

function isProduct(key: InputKey): boolean {
  return key.startsWith('product:');
}

/** There are as many as certificates, and hardly ever does one move. */
function hasMoved(certificateId: string, before: InputDigests, after: InputDigests): boolean {
  return before.statusIndex !== after.statusIndex && before.statusIndex.get(certificateId) !== after.statusIndex.get(certificateId);
}

function isRecord(key: InputKey): key is InputKey & RecordKey {
  return /^(?:producer|decision|commune|province|group):/.test(key);
}

/**
 * The record alone: of its products the touched keys tell. One that came or went belongs to pages that came or went with it.
 * Unchanged records are the same objects; groups are made anew each time.
 */
function differs(key: RecordKey, before: Catalogue, after: Catalogue): boolean {
  return recordOf(key, before) !== recordOf(key, after) && before.digest(key) !== after.digest(key);
}

function recordOf(key: RecordKey, catalogue: Catalogue): object | undefined {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('producer:')) return catalogue.producer(id);
  if (key.startsWith('decision:')) return catalogue.decision(id);
  if (key.startsWith('commune:')) return catalogue.commune(id);
  return key.startsWith('province:') ? catalogue.province(id) : catalogue.group(id);
}

/** Every product that is shown differently, with all records, old and new, whose pages show it. */
function touchedKeys(before: DigestedCatalogue, after: DigestedCatalogue): ReadonlySet<InputKey> {
  const products = new Set<string>();
  for (const [id, { digest }] of after.digests.shown.byId) if (before.digests.shown.byId.get(id)?.digest !== digest) products.add(id);
  for (const id of before.digests.shown.byId.keys()) if (!after.digests.shown.byId.has(id)) products.add(id);
  const touched = new Set<InputKey>();
  if (products.size === 0) return touched;
  for (const { catalogue } of [before, after]) {
    for (const id of products) {
      const product = catalogue.product(id);
      touched.add(`product:${id}`);
      if (product?.producerId !== undefined) touched.add(`producer:${product.producerId}`);
      if (product?.groupId !== undefined) touched.add(`group:${product.groupId}`);
      for (const key of keysOfPlace(catalogue.placeOf(id))) touched.add(key);
    }
    for (const { id, lines } of catalogue.decisions) if (lines.some((line) => products.has(line.product))) touched.add(`decision:${id}`);
  }
  return touched;
}

function keysOfPlace(place: ResolvedPlace): InputKey[] {
  switch (place.kind) {
    case 'commune':
      return [`commune:${place.commune.code}`, `province:${place.province.code}`];
    case 'communes':
      return place.communes.flatMap(({ code, provinceCode }): InputKey[] => [`commune:${code}`, `province:${provinceCode}`]);
    case 'province':
      return [`province:${place.province.code}`];
    case 'provinces':
      return place.provinces.map(({ code }): InputKey => `province:${code}`);
    case 'nothing':
      return [];
  }
}
