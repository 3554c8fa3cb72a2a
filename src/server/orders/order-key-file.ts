import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from '../../publish/durable-write.ts';
import { orderTokens, type OrderTokens } from './order-token.ts';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;

/**
 * Reads `<dataDir>/keys/order-links.key`, or makes it where there is none: 32 random bytes in hexadecimal digits. Of two
 * processes that start together one makes it, both use it. Throws with one sentence for a file that holds no key.
 */
export async function openOrderTokens(dataDir: string): Promise<OrderTokens> {
  const directory = join(dataDir, 'keys');
  const path = join(directory, 'order-links.key');
  const text = (await read(path)) ?? (await make(directory, path));
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new Error(`${path} holds no key of order links: restore it from the backup, or links that were sent open nothing.`);
  return orderTokens(Buffer.from(text.trim(), 'hex'));
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** A link is made only where nothing has the name yet, and then to a file that is whole. */
async function make(directory: string, path: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
  const own = `${path}.${process.pid}`;
  await writeDurably(own, `${randomBytes(32).toString('hex')}\n`, directory, OWNER_ONLY);
  await link(own, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(own);
  await syncDirectory(directory);
  return (await read(path)) ?? '';
}
