import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { RecordFile } from './record-files.ts';

/** Parsed values of files that did not change since they were read, by size and time of change. */
export interface RecordCache {
  get(file: RecordFile): unknown;
  set(file: RecordFile, value: unknown): void;
  /** Writes what this run read; files that are gone drop out. */
  save(): void;
}

interface Entry {
  size: number;
  mtimeMs: number;
  value: unknown;
}

/** A missing or unreadable cache is an empty one: it only saves time. Without a path nothing is kept. */
export function openRecordCache(path: string | undefined): RecordCache {
  const before = path === undefined ? new Map<string, Entry>() : read(path);
  const now = new Map<string, Entry>();
  let changed = false;
  return {
    get(file) {
      const entry = before.get(file.path);
      if (entry === undefined || entry.size !== file.size || entry.mtimeMs !== file.mtimeMs) return undefined;
      now.set(file.path, entry);
      return entry.value;
    },
    set(file, value) {
      changed = true;
      now.set(file.path, { size: file.size, mtimeMs: file.mtimeMs, value });
    },
    save() {
      if (path === undefined || (!changed && now.size === before.size)) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, serialize(now));
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): Map<string, Entry> {
  try {
    const value: unknown = deserialize(readFileSync(path));
    return value instanceof Map ? (value as Map<string, Entry>) : new Map();
  } catch {
    return new Map();
  }
}
