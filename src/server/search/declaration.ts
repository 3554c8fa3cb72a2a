import { dayInVietnam } from '../../domain/calendar-day.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import { searchPath, type Language } from '../../paths.ts';
import { bornAtLatest, DECLARATION_FIELDS, type DeclarationProblem, type DeclarationView } from '../../publish/search-view.ts';
import { readCookie } from '../desk/cookie.ts';

const COOKIE = 'da-khai-bao-tuoi';

/** True when this browser declared name and age on this visit. */
export function isDeclared(request: Request): boolean {
  return readCookie(request.headers.get('cookie'), COOKIE) === '1';
}

/** Until the browser is closed; scripts cannot read it, and no other site's form or link sets it. */
export function declaredCookie(secure: boolean): string {
  return `${COOKIE}=1; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function withdrawnCookie(secure: boolean): string {
  return `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Name and age as the law asks for them; nothing of it is kept. */
export function readDeclaration(form: URLSearchParams, nowMs: number): DeclarationView {
  const name = (form.get(DECLARATION_FIELDS.name) ?? '').normalize('NFC').trim().slice(0, 120);
  const born = (form.get(DECLARATION_FIELDS.born) ?? '').trim();
  const today = dayInVietnam(nowMs);
  const problems: DeclarationProblem[] = [];
  if ((name.match(/\p{L}/gu) ?? []).length < 2) problems.push('name');
  if (!isIsoDate(born) || born < '1900-01-01' || born > today) problems.push('born');
  else if (born > bornAtLatest(today)) problems.push('young');
  return { made: problems.length === 0, problems, name, born };
}

/** Only an address of the page of results is gone back to. */
export function returnAddress(form: URLSearchParams, language: Language): string {
  const path = searchPath(language);
  const asked = form.get(DECLARATION_FIELDS.returnTo) ?? '';
  const address = asked === path || (asked.startsWith(`${path}?`) && !/[\p{Cc}\s\\#]/u.test(asked)) ? asked : path;
  // Without a query the published page would answer, which knows of no visitor.
  return encodeURI(decodeSafely(address.includes('?') ? address : `${path}?q=`));
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address.split('?', 1)[0] ?? address;
  }
}
