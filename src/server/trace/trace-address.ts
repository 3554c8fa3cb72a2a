import { parseDigitalLink, type DigitalLink } from '../../domain/digital-link.ts';
import type { AddressFault } from '../../domain/address-fault.ts';
import { parseTraceLink, type TraceLink } from '../../domain/trace-link.ts';
import { TRACE_LANGUAGES, type TraceLanguage } from '../../paths.ts';

/** A request for a pack, taken apart; `path` and `query` are as they came, escapes and all. */
export interface TraceAddress {
  link: DigitalLink | TraceLink;
  path: string;
  /** Without its question mark. */
  query: string;
}

/** True for what is printed on packs: `/01/…`, `/t/…` and `/T/…`. Asked of every request, so it looks at three characters. */
export function isTraceAddress(url: string): boolean {
  return url.startsWith('/01/') || url.startsWith('/t/') || url.startsWith('/T/');
}

export function readTraceAddress(url: string): TraceAddress | AddressFault {
  const link = url.startsWith('/01/') ? parseDigitalLink(url) : parseTraceLink(url);
  if ('fault' in link) return link;
  const mark = url.indexOf('?');
  return mark < 0 ? { link, path: url, query: '' } : { link, path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** `?lang=en`; Vietnamese for none and for a language that trace pages do not have. */
export function languageOf(query: string): TraceLanguage {
  const wanted = valueOf(query, 'lang');
  return TRACE_LANGUAGES.find((language) => language === wanted) ?? 'vi';
}

/** The first value of a key, as written. */
export function valueOf(query: string, key: string): string | undefined {
  return query.split(/[&;]/).find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1);
}

/** The query without a key, every other byte as it came. */
export function withoutKey(query: string, key: string): string {
  return query.split('&').filter((part) => !part.startsWith(`${key}=`)).join('&');
}
