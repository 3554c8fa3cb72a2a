import type { IncomingMessage, ServerResponse } from 'node:http';
import { linksetPath, tracePagePath } from '../../paths.ts';
import { LINKSET_TYPE, type Linkset } from '../../trace/linkset/linkset.ts';
import type { AnswerParts } from '../http/answer.ts';
import { ADDRESS_CHARACTERS } from '../http/limits.ts';
import { sendFile, sendPlain } from '../http/send.ts';
import { prefersLinkset } from './accepted-type.ts';
import type { Exchange } from './exchange.ts';
import { acceptedLanguages, findLink, linkTypeOf } from './find-link.ts';
import { publishedLevel, serialAddress, type PublishedLevel } from './published-level.ts';
import { OPEN, sendOptions, sendTo } from './send-trace.ts';
import { languageOf, readTraceAddress, valueOf, withoutKey, type TraceAddress } from './trace-address.ts';
import { sendWrongCode } from './wrong-code.ts';

const READING = 'GET, HEAD, OPTIONS';

/**
 * Answers for what is printed on packs: the page to a browser, links to machines (GS1-Conformant Resolver Standard; its
 * conformance is not claimed, see docs/adr/0011-resolver-and-offline.md).
 */
export function answerTrace(parts: AnswerParts, request: IncomingMessage, response: ServerResponse): void | Promise<void> {
  const { method, url = '/' } = request;
  const current = parts.state.state;
  if (method === 'OPTIONS') return sendOptions(response, parts.common, READING);
  if (method !== 'GET' && method !== 'HEAD') return sendPlain(request, response, 405, parts.common, { ...OPEN, allow: READING, connection: 'close' });
  if (current === undefined) return sendPlain(request, response, 503, parts.common, { ...OPEN, 'retry-after': '5' });
  const page = current.site.file(url);
  if (page !== undefined && !prefersLinkset(request.headers.accept)) return sendFile(request, response, page);
  if (url.length > ADDRESS_CHARACTERS) return sendPlain(request, response, 414, parts.common, OPEN);
  return answerLink({ parts, current, request, response }, url);
}

async function answerLink(exchange: Exchange, url: string): Promise<void> {
  const { parts, current, request, response } = exchange;
  const address = readTraceAddress(url);
  if ('fault' in address) return sendWrongCode(exchange, 400, languageOf(url.split('?')[1] ?? ''), address);
  const { link, path, query } = address;
  const language = languageOf(query);
  // A slash at the end is tolerated; another spelling, or a shorter GTIN, has its page at the one address that is printed.
  if (path !== link.path && path !== `${link.path}/`) return sendTo(response, 301, withQuery(link.path, query), parts.common, { 'cache-control': 'public, max-age=3600' });
  const found = publishedLevel(link, (candidate) => current.site.has(candidate));
  if (found === undefined) return sendWrongCode(exchange, 404, language);
  const { linkType } = link;
  if (linkType === 'linkset' || linkType === 'all' || (linkType === undefined && prefersLinkset(request.headers.accept))) return sendLinkset(exchange, found);
  if (linkType !== undefined) return answerLinkType(exchange, address, found, linkType);
  return answerPage(exchange, found, tracePagePath(language, found.level.path));
}

/** The wider page says what of the address is not in the register; where nothing can be made on demand it comes as it is. */
async function answerPage({ parts, current, request, response }: Exchange, found: PublishedLevel, path: string): Promise<void> {
  const page = current.site.file(path);
  if (page === undefined) return sendPlain(request, response, 404, parts.common, OPEN);
  if (found.beyond === undefined || current.app === undefined) return sendFile(request, response, page);
  const serial = serialAddress(found);
  const listed = serial === undefined ? undefined : current.app.isListed(serial);
  const scanned = { ...found.beyond, ...(found.beyond.serial !== undefined && { serial: { ...found.beyond.serial, listed } }) };
  const { link = '', vary = '' } = page.entry.headers;
  if (await parts.onDemand.answer(request, response, path, current.app, { view: { scanned }, headers: { ...OPEN, link, vary } })) return;
  return sendFile(request, response, page);
}

function sendLinkset({ parts, current, request, response }: Exchange, { level }: PublishedLevel): void | Promise<void> {
  const linkset = current.site.file(linksetPath(level.path));
  return linkset === undefined ? sendPlain(request, response, 404, parts.common, OPEN) : sendFile(request, response, linkset);
}

async function answerLinkType({ parts, current, request, response }: Exchange, { query }: TraceAddress, { level }: PublishedLevel, linkType: string): Promise<void> {
  const type = linkTypeOf(linkType);
  const file = current.site.file(linksetPath(level.path));
  if (type === undefined || file === undefined) return sendPlain(request, response, 404, parts.common, OPEN);
  const linkset = JSON.parse((await file.prepare('identity')).body.toString('utf8')) as Linkset;
  const wanted = [valueOf(query, 'lang'), ...acceptedLanguages(request.headers['accept-language'])].filter((language) => language !== undefined);
  const target = findLink(linkset, type, wanted);
  if (target === undefined) return sendPlain(request, response, 404, parts.common, OPEN);
  const { siteUrl } = current.site.manifest;
  const headers = { link: `<${siteUrl}${linksetPath(level.path)}>; rel="linkset"; type="${LINKSET_TYPE}"`, vary: 'accept, accept-language', 'cache-control': 'no-cache' };
  return sendTo(response, 307, withQuery(target.href, passedOn(target.href, siteUrl + level.path, query)), parts.common, headers);
}

/** Every byte; but a page that leads to itself for this link type would do so for ever. */
function passedOn(href: string, own: string, query: string): string {
  const isOwn = href.split('?', 1)[0] === own;
  return isOwn ? withoutKey(href === own ? query : withoutKey(query, 'lang'), 'linkType') : query;
}

function withQuery(address: string, query: string): string {
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
