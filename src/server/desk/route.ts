import type { DeskPage } from '../../publish/desk-page.ts';

/** One address of the desk, on web-standard requests, whatever HTTP server stands in front. */
export interface Route {
  method: 'GET' | 'POST';
  /** Matches the whole path, without query; named groups become `params`. */
  pattern: RegExp;
  handle(request: Request, context: RouteContext): Promise<Response>;
}

export interface RouteContext {
  /** The visitor's network address, from the connection or from a proxy that is trusted. */
  address: string;
  params: Readonly<Record<string, string | undefined>>;
}

/** Renders the Astro page at a path below `/quan-ly/` with the desk's data; rejects when it cannot be rendered. */
export type RenderDeskPage = (path: string, desk: DeskPage) => Promise<Response>;

/** The pattern of exactly one path. */
export function exactly(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
