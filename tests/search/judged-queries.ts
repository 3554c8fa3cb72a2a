import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface JudgedQuery {
  kind: string;
  query: string;
  /** Ids of products that answer it; one at least. */
  relevant: readonly string[];
  /** Asked after the declaration of name and age. */
  declared: boolean;
  /** Kept aside while tuning. */
  aside: boolean;
}

const FOLDER = join(import.meta.dirname, 'judged');

export function judgedQueries(): JudgedQuery[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort().flatMap((name) => {
    const judged = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { query: string; relevant: string[]; declared?: boolean; corrected?: string }[];
    return judged.map(({ query, relevant, declared = false }) => ({ kind: name.replace('.json', ''), query, relevant, declared, aside: asideByHash(query) }));
  });
}

/** One in five, by FNV-1a of the text: nobody chose which. */
export function asideByHash(query: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(query)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 5 === 0;
}
