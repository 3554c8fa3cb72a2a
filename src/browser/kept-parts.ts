import { keep } from './kept-cache.ts';

const MOST_PARTS = 120;

/** Keeps a script with all that it imports, or another file. `seen`: those of this round, for scripts that import one another. */
export async function keepPart(parts: Cache, path: string, now: () => number, seen: Set<string> = new Set()): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const part = (await parts.match(path)) ?? (await fetchPart(parts, path, now));
  if (part !== undefined && path.endsWith('.js')) for (const asset of assetsIn(await part.text())) await keepPart(parts, asset, now, seen);
}

/** `"/assets/…"` as pages name them, `"./…"` as scripts in /assets/ do, those that are only fetched on a tap among them. */
export function assetsIn(text: string): string[] {
  return [...text.matchAll(/["'`(](?:\/assets\/|\.\/)([\w-]+(?:\.[\w-]+)*\.(?:js|css))["'`)]/g)].map(([, name = '']) => `/assets/${name}`);
}

async function fetchPart(parts: Cache, path: string, now: () => number): Promise<Response | undefined> {
  const response = await fetch(path);
  if (!response.ok) return undefined;
  await keep(parts, path, response.clone(), MOST_PARTS, now());
  return response;
}
