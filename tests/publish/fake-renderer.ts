import { rendererOf, type Renderer } from '../../src/publish/renderer.ts';
import type { View } from '../../src/publish/view.ts';

export interface FakeRenderer extends Renderer {
  /** Addresses in the order in which they were rendered. */
  readonly rendered: string[];
}

const POLICY = "script-src 'self' 'sha256-AAAA'; style-src 'self'";

/** Stands in for the built Astro app: a page that names its address, site, day and product names; unknown products are 404. */
export function fakeRenderer(build = 'build-1', page: (path: string, view: View) => Response = pageOf): FakeRenderer {
  const rendered: string[] = [];
  const renderer = rendererOf(async (request, view) => {
    const { pathname, search } = new URL(request.url);
    rendered.push(pathname + search);
    return page(pathname + search, view);
  }, build);
  return { ...renderer, rendered };
}

export function pageOf(address: string, view: View): Response {
  const path = address.split('?')[0] as string;
  const isFile = path.endsWith('.svg');
  const type = isFile ? 'image/svg+xml' : 'text/html';
  const status = /404|khong-co/.test(path) ? 404 : 200;
  const names = view.catalogue.products.map(({ name }) => name).join(', ');
  const body = isFile ? '<svg/>' : `<!doctype html><html><head></head><body>${address} ${view.catalogue.site.name.vi} ${view.asOf} ${view.mode} ${names}${' nước mắm'.repeat(200)}</body></html>`;
  return new Response(body, { status, headers: { 'content-type': type, 'content-security-policy': POLICY } });
}
