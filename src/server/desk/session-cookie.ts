import { readCookie, writeCookie } from './cookie.ts';
import { SESSION_LASTS_MS } from './session.ts';

/** Over https the prefix keeps other hosts of the same domain from setting it (RFC 6265bis, "__Host-"). */
const nameFor = (secure: boolean): string => (secure ? '__Host-quan-ly' : 'quan-ly');

export function readSessionToken(request: Request, siteUrl: string): string | undefined {
  return readCookie(request.headers.get('cookie'), nameFor(isSecure(siteUrl)));
}

export function sessionCookie(token: string, siteUrl: string): string {
  const secure = isSecure(siteUrl);
  return writeCookie(nameFor(secure), token, { secure, maxAge: SESSION_LASTS_MS / 1000 });
}

export function endedCookie(siteUrl: string): string {
  const secure = isSecure(siteUrl);
  return writeCookie(nameFor(secure), '', { secure, maxAge: 0 });
}

function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith('https:');
}
