import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory, writeDurably } from './durable-write.ts';

/** The file inside the publish directory that names the manifest in force. */
export const POINTER_FILE = 'current';

/** The number of the manifest in force; undefined before the first publish. Throws when the file holds anything else. */
export async function readPointer(publishDir: string): Promise<number | undefined> {
  const path = join(publishDir, POINTER_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (!/^[1-9]\d*\n$/.test(text)) throw new Error(`${path}: expected a manifest number, found ${JSON.stringify(text.slice(0, 40))}`);
  return Number(text);
}

/** Puts a manifest in force by one rename. `temporaryDir`: on the same file system. */
export async function switchPointer(publishDir: string, manifestNumber: number, temporaryDir: string): Promise<void> {
  const path = join(publishDir, POINTER_FILE);
  await writeDurably(path, `${manifestNumber}\n`, temporaryDir);
  await syncDirectory(dirname(path));
}
