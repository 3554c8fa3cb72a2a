import type { Catalogue } from '../catalogue/catalogue.ts';
import { isSameList } from '../catalogue/remember.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { StatusIndex } from '../domain/status-index.ts';
import type { InputDigests } from './input-digests.ts';
import type { InputKey } from './input-key.ts';

export interface DigestedCatalogue {
  catalogue: Catalogue;
  digests: InputDigests;
}

/**
 * The keys of everything that is shown differently than before. Never fewer than that; of records without a product that
 * changed it works out nothing, which is all but a few of many thousands. Groups and provinces stand on every page, and a
 * change of their records makes all of them anyway.
 */
export function changedKeys(before: DigestedCatalogue, after: DigestedCatalogue, others: Iterable<InputKey>): ReadonlySet<InputKey> {
  const changed = touchedKeys(before, after);
  for (const id of otherRecords(before.catalogue.producers, after.catalogue.producers)) changed.add(`producer:${id}`);
  for (const id of otherRecords(before.catalogue.decisions, after.catalogue.decisions)) changed.add(`decision:${id}`);
  if (before.catalogue.communes !== after.catalogue.communes) for (const { code } of after.catalogue.communes) changed.add(`commune:${code}`);
  for (const id of movedPlaces(before.digests.statusIndex, after.digests.statusIndex)) changed.add(`status-place:${id}`);
  for (const key of others) if (before.digests.of(key) !== after.digests.of(key)) changed.add(key);
  return changed;
}

/** Records that came, went or are other objects; unchanged ones are the same. */
function otherRecords(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  if (isSameList(before, after)) return [];
  const [old, now] = [new Set(before), new Set(after)];
  return [...before.filter((record) => !now.has(record)), ...after.filter((record) => !old.has(record))].map(({ id }) => id);
}

/** There are as many as certificates, and hardly ever does one move. */
function movedPlaces(before: StatusIndex, after: StatusIndex): string[] {
  if (before === after) return [];
  return [...[...after].filter(([id, place]) => before.get(id) !== place), ...[...before].filter(([id]) => !after.has(id))].map(([id]) => id);
}

/** Every product that is shown differently, with all records, old and new, whose pages show it. */
function touchedKeys(before: DigestedCatalogue, after: DigestedCatalogue): Set<InputKey> {
  const products = new Set<string>();
  const [old, now] = [before.digests.shown.byId, after.digests.shown.byId];
  if (old === now) return new Set();
  for (const [id, shown] of now) if (old.get(id) !== shown && old.get(id)?.digest !== shown.digest) products.add(id);
  for (const id of old.keys()) if (!now.has(id)) products.add(id);
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
