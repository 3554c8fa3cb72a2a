/** The value of a cookie in a Cookie header; of several with one name the first, as browsers order them. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

export interface CookieTerms {
  /** Only over https. */
  secure: boolean;
  /** Seconds; 0 removes the cookie. */
  maxAge: number;
}

/** A Set-Cookie line that scripts cannot read and other sites' forms do not carry. `value` is base64url. */
export function writeCookie(name: string, value: string, { secure, maxAge }: CookieTerms): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
