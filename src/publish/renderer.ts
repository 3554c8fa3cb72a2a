import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { completePolicy, FILE_POLICY } from './content-security-policy.ts';
import type { HeaderSet } from './manifest.ts';
import type { View } from './view.ts';

export interface RenderedPage {
  status: number;
  /** Content-Type. */
  type: string;
  /** Those headers of the app that are passed on, the completed policy among them. */
  headers: HeaderSet;
  body: Buffer;
}

/** The built Astro app as one function. */
export interface Renderer {
  /** Digest of the code that renders: other code, other pages. */
  readonly build: string;
  /** `address` is a path, with a query string when there is one. Throws when the app does. */
  render(address: string, view: View): Promise<RenderedPage>;
}

type RenderRequest = (request: Request, view: View) => Promise<Response>;

const PASSED_ON = ['content-language', 'x-robots-tag', 'link', 'location', 'permissions-policy'];

/** Loads `<distDir>/server/entry.mjs`. Throws when there is no finished build. */
export async function openRenderer(distDir: string, build: string): Promise<Renderer> {
  const entry = pathToFileURL(join(distDir, 'server', 'entry.mjs'));
  // A rebuilt app has the same address; without the query a running server would get the old module again.
  entry.searchParams.set('build', build);
  const { render } = (await import(entry.href)) as { render: RenderRequest };
  return rendererOf(render, build);
}

export function rendererOf(render: RenderRequest, build: string): Renderer {
  return {
    build,
    async render(address, view) {
      const response = await render(new Request(view.siteUrl + appAddress(address)), view);
      const type = typeOf(response);
      const headers: Record<string, string> = {};
      for (const name of PASSED_ON) {
        const value = response.headers.get(name);
        if (value !== null) headers[name] = value;
      }
      const policy = response.headers.get('content-security-policy') ?? '';
      headers['content-security-policy'] = type.startsWith('text/html') ? completePolicy(policy) : FILE_POLICY;
      return { status: response.status, type, headers, body: Buffer.from(await response.arrayBuffer()) };
    },
  };
}

/** The app knows every page by a slash at its end; packs carry their addresses without. */
function appAddress(address: string): string {
  return address.replace(/^(\/(?:en\/|ko\/|zh\/)?(?:01|t)\/[^?]*[^/?])(?=\?|$)/, '$1/');
}

function typeOf(response: Response): string {
  const type = response.headers.get('content-type') ?? 'text/html';
  return type.toLowerCase().replace(/\s/g, '') === 'text/html' ? 'text/html; charset=utf-8' : type;
}
