import { spellingKeys, type SpellingKeys } from './fold.ts';
import { readPlaceName, type PlaceLevel, type PlaceName, type UnitKind } from './place-name.ts';
import { atOnce, eachInSteps, type Steps } from './steps.ts';

/** Entries of one level by the spelling of their names, with marks and without. */
export interface NameLookup<T> {
  level: PlaceLevel;
  bySpelling: ReadonlyMap<string, readonly T[]>;
  byFolded: ReadonlyMap<string, readonly T[]>;
}

export function buildLookup<T>(
  level: PlaceLevel,
  entries: Iterable<T>,
  bareNamesOf: (entry: T) => readonly string[],
): NameLookup<T> {
  return atOnce(lookupSteps(level, entries, bareNamesOf));
}

export function* lookupSteps<T>(level: PlaceLevel, entries: Iterable<T>, bareNamesOf: (entry: T) => readonly string[]): Steps<NameLookup<T>> {
  const bySpelling = new Map<string, T[]>();
  const byFolded = new Map<string, T[]>();
  const keysOf = new Map<string, SpellingKeys>();
  yield* eachInSteps(entries, (entry) => {
    for (const bare of bareNamesOf(entry)) {
      const keys = keysOf.get(bare) ?? spellingKeys(bare);
      keysOf.set(bare, keys);
      add(bySpelling, keys.marked, entry);
      add(byFolded, keys.folded, entry);
    }
  });
  return { level, bySpelling, byFolded };
}

/**
 * Entries named `text` with all its marks. The whole text goes before the text without its word for the kind of
 * unit; of several namesakes those of the kind that was written go alone.
 */
export function findBySpelling<T extends { unitKind: UnitKind }>(
  lookup: NameLookup<T>,
  text: string,
  accept: (entry: T) => boolean = () => true,
): readonly T[] {
  for (const name of readPlaceName(text, lookup.level)) {
    const found = (lookup.bySpelling.get(spellingKeys(name.bare).marked) ?? []).filter(accept);
    if (found.length > 0) return ofTheKindWritten(found, name);
  }
  return [];
}

/** Entries whose name differs from `text` at most in its marks. */
export function findFolded<T extends { unitKind: UnitKind }>(
  lookup: NameLookup<T>,
  text: string,
  accept: (entry: T) => boolean = () => true,
): readonly T[] {
  const found = readPlaceName(text, lookup.level).flatMap((name) =>
    ofTheKindWritten((lookup.byFolded.get(spellingKeys(name.bare).folded) ?? []).filter(accept), name));
  return [...new Set(found)];
}

/** By spelling, and only where that finds nothing, folded. */
export function findNamed<T extends { unitKind: UnitKind }>(
  lookup: NameLookup<T>,
  text: string,
  accept?: (entry: T) => boolean,
): readonly T[] {
  const exact = findBySpelling(lookup, text, accept);
  return exact.length > 0 ? exact : findFolded(lookup, text, accept);
}

function ofTheKindWritten<T extends { unitKind: UnitKind }>(entries: readonly T[], name: PlaceName): readonly T[] {
  const same = entries.filter((entry) => entry.unitKind === name.unitKind);
  return same.length > 0 ? same : entries;
}

function add<T>(map: Map<string, T[]>, key: string, entry: T): void {
  if (key === '') return;
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (entries.at(-1) !== entry) entries.push(entry);
}
