import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { traceWorkerPath } from '../paths.ts';
import { FILE_POLICY, WORKER_POLICY } from './content-security-policy.ts';
import { contentTypeOf } from './content-type.ts';
import type { FileStore } from './file-store.ts';
import type { HeaderSet, Manifest, ManifestEntry } from './manifest.ts';
import { filesUnder } from './source-digest.ts';

const ASSETS = '/assets/';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ONE_DAY = 'public, max-age=86400';
const REVALIDATE = 'public, max-age=0, must-revalidate';

/** Puts the build's browser files (hashed assets and everything of public/) into the store. */
export async function storeClientFiles(clientDir: string, build: string, files: FileStore): Promise<Map<string, ManifestEntry>> {
  const entries = new Map<string, ManifestEntry>();
  for (const file of await filesUnder(clientDir)) {
    const path = `/${relative(clientDir, file).split(sep).map(encodeURIComponent).join('/')}`;
    const type = contentTypeOf(path);
    const hash = await files.put(await readFile(file));
    entries.set(path, { file: hash, type, status: 200, headers: headersOf(path, type), inputs: build, filtered: false });
  }
  return entries;
}

/**
 * The hashed assets of the build before: a page fetched just before a switch still finds its styles and scripts.
 * Assets of still older builds are let go.
 */
export function assetsToKeep(previous: Manifest | undefined, build: string): [string, ManifestEntry][] {
  if (previous === undefined) return [];
  return [...previous.entries].filter(
    ([path, entry]) => path.startsWith(ASSETS) && (previous.build === build || entry.inputs === previous.build),
  );
}

function headersOf(path: string, type: string): HeaderSet {
  const image = type.startsWith('image/') || type.startsWith('font/');
  const cacheControl = path.startsWith(ASSETS) ? IMMUTABLE : image ? ONE_DAY : REVALIDATE;
  return { 'cache-control': cacheControl, 'content-security-policy': path === traceWorkerPath ? WORKER_POLICY : FILE_POLICY };
}
