/**
 * Every script that a page loads before a tap: those that its HTML names, and what they import in turn, each once. What is
 * imported only when something is done (`import(…)`) is not among them. `read` gives the text under a path of the site.
 */
export async function scriptFiles(html: string, read: (path: string) => Promise<string>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const load = async (path: string): Promise<void> => {
    if (files.has(path)) return;
    files.set(path, '');
    const text = await read(path);
    files.set(path, text);
    for (const name of importsOf(text)) await load(new URL(name, `http://localhost${path}`).pathname);
  };
  for (const [, path] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) await load(path as string);
  for (const [, text] of html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>([^<]*)<\/script>/g)) for (const name of importsOf(text as string)) await load(new URL(name, 'http://localhost/').pathname);
  return files;
}

function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:\bimport|\bfrom)\s*["']((?:\.{0,2}\/)[^"']+)["']/g)].map((found) => found[1] as string);
}
