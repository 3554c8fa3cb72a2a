import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shareImagePath, type Language } from '../paths.ts';
import { FILE_POLICY } from './content-security-policy.ts';
import type { FileStore } from './file-store.ts';
import { hostHeaders, hostRedirects } from './host-files.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import type { StaticFile } from './static-file.ts';

export interface ExportOptions {
  /** Published with mode `static`. */
  manifest: Manifest;
  files: FileStore;
  /** Emptied first. */
  outDir: string;
  /** Bytes of `/media/…` files that the pages name; those it does not know are left out. */
  media: (path: string) => Promise<Uint8Array | undefined>;
  /** What is searched in the browser. */
  search?: readonly StaticFile[];
  onProgress?: (done: number, total: number) => void;
}

const DRAWN_AT_ONCE = 4;

/**
 * Writes a published site as plain files for any web space: `<path>/index.html`, moved addresses as small pages that
 * lead on, and `_headers` and `_redirects` for hosts that read them. Every page carries its content security policy
 * itself, because most plain hosts send none.
 */
export async function exportStatic(options: ExportOptions): Promise<{ files: number }> {
  const { manifest, files, outDir, onProgress } = options;
  await rm(outDir, { recursive: true, force: true });
  const pictures = new Set<string>();
  let done = 0;
  let written = 0;
  const write = async (name: string, body: Uint8Array | string): Promise<void> => {
    const file = join(outDir, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, body);
    written += 1;
  };
  for (const [path, entry] of manifest.entries) {
    const body = await files.read(entry.file);
    if (entry.type.startsWith('text/html')) {
      const html = withFewerShareImages(body.toString('utf8'));
      for (const [picture] of html.matchAll(/\/media\/[\w./~-]+/g)) pictures.add(picture);
      await write(pageFileOf(path), withPolicy(html, entry));
      if (entry.status === 404) await write(`${fileOf(path).replace(/\/index\.html$/, '')}.html`, withPolicy(html, entry));
    } else {
      await write(fileOf(path), body);
    }
    onProgress?.((done += 1), manifest.entries.size + pictures.size);
  }
  const waiting = [...pictures];
  const draw = async (): Promise<void> => {
    for (let picture = waiting.pop(); picture !== undefined; picture = waiting.pop()) {
      const body = await options.media(picture);
      if (body !== undefined) await write(picture, body);
      onProgress?.((done += 1), manifest.entries.size + pictures.size);
    }
  };
  await Promise.all(Array.from({ length: DRAWN_AT_ONCE }, draw));
  for (const [from, to] of manifest.redirects) await write(fileOf(from), redirectPage(manifest.siteUrl, to));
  for (const { path, body } of options.search ?? []) await write(path, body);
  await write('_headers', hostHeaders(manifest));
  await write('_redirects', hostRedirects(manifest));
  return { files: written };
}

/**
 * A tenth of a second each, and seven thousand communes and certificates that hardly anybody shares:
 * on a plain host their previews show the picture of the home page.
 */
function withFewerShareImages(html: string): string {
  return html.replace(/\/media\/share\/(?:communes|certificates)\/[\w./~-]+\.(vi|en)\.png/g, (_path, language: Language) => shareImagePath(language, 'home'));
}

/** Addresses on packs end without a slash; below that of a pack stand those of its lots. */
function pageFileOf(path: string): string {
  return fileOf(path.endsWith('/') ? path : `${path}/`);
}

function fileOf(path: string): string {
  return path.endsWith('/') ? `${decodeURI(path)}index.html` : decodeURI(path);
}

/** `frame-ancestors` has no effect in a meta element (CSP 3) and would only be reported. */
function withPolicy(html: string, entry: ManifestEntry): string {
  const policy = (entry.headers['content-security-policy'] ?? FILE_POLICY).replace(/;\s*frame-ancestors[^;]*/, '');
  return html.replace(/<head[^>]*>/i, (head) => `${head}<meta http-equiv="content-security-policy" content="${escapeHtml(policy)}">`);
}

function redirectPage(siteUrl: string, to: string): string {
  const target = escapeHtml(to);
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đã chuyển</title>' +
    `<link rel="canonical" href="${escapeHtml(siteUrl)}${target}"><meta http-equiv="refresh" content="0; url=${target}">` +
    `</head><body><p>Trang này đã chuyển. This page has moved: <a href="${target}">${target}</a></p></body></html>\n`
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
