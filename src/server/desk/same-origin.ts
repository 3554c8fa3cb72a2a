/**
 * True when a form was sent from a page of this site. Browsers say so in Sec-Fetch-Site, which scripts cannot set;
 * where it is missing (plain http on a local network) the Origin decides. A request with neither is refused.
 */
export function isSameOrigin(request: Request, siteUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  // "null" stands for pages that tell nobody where they are, such as those behind a link in a message.
  if (origin === null || origin === 'null') return site === 'same-origin';
  if (origin === siteUrl) return true;
  const url = URL.parse(origin);
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return url !== null && /^https?:$/.test(url.protocol) && url.host === host;
}
