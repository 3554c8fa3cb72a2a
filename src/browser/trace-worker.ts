/**
 * Service worker of trace pages (docs/adr/0011-resolver-and-offline.md): the network first; on a poor one what is kept,
 * which says so; of a pack that was never opened its row in the table of packs. Everything works without it.
 */
import { keptAddress } from '../domain/trace-path.ts';
import { keysPath, statusListProofPath } from '../paths.ts';
import { answerKept } from './answer-kept.ts';
import { keep } from './kept-cache.ts';
import { fetchPage, pageKey } from './kept-pages.ts';
import { assetsIn, keepPart } from './kept-parts.ts';
import { refreshTables } from './kept-tables.ts';
import type { KeepMessage, TraceWorkerScope, WorkerFetchEvent } from './trace-worker-scope.ts';

/** Kept under other names by an earlier form of this file, things are of no use. */
const PREFIX = 'trace-';
const PAGES = `${PREFIX}pages-1`;
const PARTS = `${PREFIX}parts-1`;
const TABLES = `${PREFIX}tables-1`;
/** The one that the check of signatures reads and writes, too (verify-fetch.ts); signed files are never answered from here, so that it knows how old they are. */
const PROOFS = 'proof';
/** Where all of certificateProofPath lie. */
const PROOFS_PATH = '/data/proof/';
const MOST_PROOFS = 60;

const worker = globalThis as unknown as TraceWorkerScope;
const now = (): number => Date.now();

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(removeEarlier().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate') {
    if (keptAddress(url.pathname) !== undefined && !url.searchParams.has('linkType')) event.respondWith(answerPage(event));
  } else if (/^\/(?:assets|media)\//.test(url.pathname)) {
    event.respondWith(answerPart(event.request));
  }
});
worker.addEventListener('message', (event) => {
  const message = event.data as Partial<KeepMessage> | undefined;
  if (Array.isArray(message?.keep)) event.waitUntil(keepAll(message.keep).then(() => (message.tables === true ? keepTables() : undefined)));
});

async function answerPage(event: WorkerFetchEvent): Promise<Response> {
  const [pages, tables] = await Promise.all([caches.open(PAGES), caches.open(TABLES)]);
  return answerKept({ pages, tables, now, wait }, event.request, (work) => event.waitUntil(work));
}

/** Assets never change under their names, so what is kept is right. */
async function answerPart(request: Request): Promise<Response> {
  return (await (await caches.open(PARTS)).match(request)) ?? fetch(request);
}

async function keepAll(addresses: readonly string[]): Promise<void> {
  const [pages, parts, proofs] = await Promise.all([caches.open(PAGES), caches.open(PARTS), caches.open(PROOFS)]);
  for (const address of addresses) {
    const url = new URL(address, worker.location.origin);
    if (url.origin !== worker.location.origin) continue;
    const [path] = keptAddress(url.pathname)?.levels ?? [];
    try {
      if (path !== undefined) await keepWithParts(pages, parts, url, path);
      else if (url.pathname.startsWith(PROOFS_PATH)) await keepProof(proofs, url.pathname);
      else await keepPart(parts, url.pathname, now);
    } catch {
      // Without a network nothing is kept; the next visit asks again.
    }
  }
}

async function keepProof(proofs: Cache, path: string): Promise<void> {
  const response = await fetch(path);
  if (response.ok) await keep(proofs, path, response, MOST_PROOFS, now());
}

/** A page with the scripts that it names, those that it would only fetch on a tap among them. */
async function keepWithParts(pages: Cache, parts: Cache, url: URL, path: string): Promise<void> {
  const page = await fetchPage(pages, url.href, pageKey(path, url.searchParams.get('lang')), now);
  for (const asset of assetsIn(await page.text())) await keepPart(parts, asset, now);
}

async function keepTables(): Promise<void> {
  const [tables, proofs] = await Promise.all([caches.open(TABLES), caches.open(PROOFS)]);
  try {
    if (await refreshTables(tables, now)) for (const path of [statusListProofPath, keysPath]) await keepProof(proofs, path);
  } catch {
    // What was kept before stays.
  }
}

async function removeEarlier(): Promise<void> {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && ![PAGES, PARTS, TABLES].includes(name));
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
