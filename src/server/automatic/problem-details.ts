/** An answer that says what was wrong with a request, for programs (RFC 9457). */
export function problemDetails(status: number, type: string, title: string, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = JSON.stringify({ type: `urn:ocop:problem:${type}`, title, status, detail });
  return new Response(`${body}\n`, { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers } });
}
