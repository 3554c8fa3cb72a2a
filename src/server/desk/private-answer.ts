import type { DeskParts } from './desk-parts.ts';
import type { Route } from './route.ts';

/** The route with the desk's headers on every answer; a fault becomes one plain sentence. */
export function closed(parts: DeskParts, route: Route): Route {
  return {
    ...route,
    async handle(request, context) {
      try {
        return privateAnswer(await route.handle(request, context));
      } catch (error) {
        parts.onError(error, `${request.method} ${new URL(request.url).pathname}`);
        return plainAnswer(500, 'Máy chủ gặp lỗi, việc vừa làm có thể chưa được ghi. Xin thử lại sau.');
      }
    },
  };
}

/** The same answer, kept out of every cache and search engine. */
export function privateAnswer(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  headers.set('x-robots-tag', 'noindex');
  headers.delete('etag');
  return new Response(response.body, { status: response.status, headers });
}

export function plainAnswer(status: number, sentence: string, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", ...headers };
  return privateAnswer(new Response(`${sentence}\n`, { status, headers: all }));
}

/** After a form: the browser fetches the next page, and loading that again sends nothing twice. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
