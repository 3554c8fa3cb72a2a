import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { LARGEST_FILE_BYTES, refusalsFor, type Refusal } from './photograph-refusal.ts';

/** The bytes of a photograph, or why they are not read. Pipes and devices, which may never end, are not opened. */
export async function readPhotographFile(file: string, folder: string): Promise<{ bytes: Buffer } | { refusal: Refusal }> {
  const refusals = refusalsFor(file);
  try {
    const [target, inside] = await Promise.all([realpath(file), realpath(folder)]);
    if (!isBelow(relative(inside, target))) return { refusal: refusals.outside() };
    const found = await stat(target);
    if (!found.isFile()) return { refusal: refusals.notFile() };
    if (found.size === 0) return { refusal: refusals.empty() };
    if (found.size > LARGEST_FILE_BYTES) return { refusal: refusals.tooLarge(found.size) };
    return { bytes: await readFile(target) };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { refusal: refusals.missing() };
    if (code === 'ELOOP') return { refusal: refusals.selfLink() };
    return { refusal: code === 'EACCES' || code === 'EPERM' ? refusals.forbidden() : refusals.unreadable(code) };
  }
}

function isBelow(way: string): boolean {
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
