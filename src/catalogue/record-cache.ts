import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What tells one state of a file from another. */
export interface FileState {
  path: string;
  size: number;
  mtimeMs: number;
}

/**
 * Parsed values of files that did not change since they were read, by size and time of change. Within one process an
 * unchanged file keeps giving the very same value, so that what was worked out from it can be kept too.
 */
export interface RecordCache {
  get(file: FileState): unknown;
  set(file: FileState, value: unknown): void;
  /** Keeps what this run read or was asked for; else files drop out. */
  save(): void;
}

interface Entry {
  size: number;
  mtimeMs: number;
  value: unknown;
}

const IN_MEMORY = new Map<string, ReadonlyMap<string, Entry>>();
/** The file only saves time at the next start: it is written again when at least one record in fifty changed. */
const WORTH_WRITING = 1 / 50;

/**
 * A missing or unreadable cache is an empty one. Without a path nothing outlives the call. `keepAll`: only some files will
 * be asked for; those of others, and of some that are gone, stay.
 */
export function openRecordCache(path: string | undefined, { keepAll = false }: { keepAll?: boolean } = {}): RecordCache {
  const before = path === undefined ? new Map<string, Entry>() : (IN_MEMORY.get(path) ?? read(path));
  const now = new Map(keepAll ? before : []);
  let changed = 0;
  return {
    get(file) {
      const entry = before.get(file.path);
      if (entry === undefined || entry.size !== file.size || entry.mtimeMs !== file.mtimeMs) return undefined;
      now.set(file.path, entry);
      return entry.value;
    },
    set(file, value) {
      changed += 1;
      now.set(file.path, { size: file.size, mtimeMs: file.mtimeMs, value });
    },
    save() {
      if (path === undefined) return;
      IN_MEMORY.set(path, now);
      if (changed === 0 || changed < now.size * WORTH_WRITING) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, serialize(now));
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): ReadonlyMap<string, Entry> {
  try {
    const value: unknown = deserialize(readFileSync(path));
    return value instanceof Map ? (value as Map<string, Entry>) : new Map();
  } catch {
    return new Map();
  }
}
