import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRegister } from '../../../catalogue/read-register.ts';
import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { formatProblem } from '../../../domain/problem.ts';

/** The register as it is on disk at this moment, whatever was published. */
export interface RecordsOnDisk {
  register: RawRegister;
  /** Sentences about records that cannot be read; nothing is proposed before they are mended. */
  unreadable: readonly string[];
}

export function recordsOnDisk(contentDir: string, cacheFile?: string): RecordsOnDisk {
  const { register, problems } = readRegister(contentDir, { samples: true, cacheFile });
  return { register, unreadable: problems.filter(({ severity }) => severity === 'error').map((problem) => formatProblem(problem, 'vi')) };
}

/** The text of a record by its path from the project's root; undefined when there is none. */
export function recordText(contentDir: string, path: string): string | undefined {
  const file = recordFile(contentDir, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Throws for a path that leads out of the folder of records. */
export function recordFile(contentDir: string, path: string): string {
  if (!/^content\/(?:[^/\\\0]+\/)*[^/\\\0]+$/.test(path) || path.split('/').includes('..')) throw new Error(`${path} is no record's path`);
  return join(dirname(contentDir), path);
}
