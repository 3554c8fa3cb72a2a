import type { IncomingMessage, ServerResponse } from 'node:http';
import { notFoundPath } from '../../publish/page-list.ts';
import { canonicalPath } from './canonical-path.ts';
import { ADDRESS_CHARACTERS } from './limits.ts';
import type { OnDemand } from './on-demand.ts';
import { sendFile, sendPlain, sendRedirect } from './send.ts';
import type { ServedState, SiteState } from './site-state.ts';
import { answerTrace } from '../trace/answer-trace.ts';
import { isTraceAddress } from '../trace/trace-address.ts';
import { answerByDoor, doorFor, type WebDoors } from './web-door.ts';

export interface AnswerParts {
  state: SiteState;
  onDemand: OnDemand;
  common: Readonly<Record<string, string>>;
  web: WebDoors;
}

/** Answers one request; throws or rejects only for faults of the server itself. */
export function answer(parts: AnswerParts, request: IncomingMessage, response: ServerResponse): void | Promise<void> {
  const { method, url = '/' } = request;
  if (isTraceAddress(url)) return answerTrace(parts, request, response);
  const isReading = method === 'GET' || method === 'HEAD';
  const current = parts.state.state;
  const file = isReading ? current?.site.file(url) : undefined;
  if (file !== undefined) return sendFile(request, response, file);
  const door = doorFor(parts.web, url);
  if (door !== undefined && url.length <= ADDRESS_CHARACTERS) return answerByDoor(door, parts.web, parts.common, request, response, current);
  if (!isReading) return sendPlain(request, response, 405, parts.common, { allow: 'GET, HEAD', connection: 'close' });
  if (url.length > ADDRESS_CHARACTERS) return sendPlain(request, response, 414, parts.common);
  if (url === '/healthz') return sendPlain(request, response, 200, parts.common, {}, 'ok\n');
  if (url === '/readyz') return sendReadiness(parts, request, response);
  if (current === undefined) return sendPlain(request, response, 503, parts.common, { 'retry-after': '5' });
  return answerOther(parts, current, request, response, url);
}

/** Every address that is not exactly one of the manifest's. */
async function answerOther(
  parts: AnswerParts,
  current: ServedState,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const [rawPath = '/', query = ''] = splitOnce(url, '?');
  const search = query === '' ? '' : `?${query}`;
  const path = canonicalPath(rawPath);
  const { site } = current;
  if (path === undefined) return sendNotFound(parts, current, request, response, rawPath);

  const target = addressOf(current, path);
  if (target !== undefined && target !== rawPath) return sendRedirect(response, target + search, parts.common);
  const file = site.file(path);
  if (file !== undefined && !(file.entry.filtered && search !== '')) return sendFile(request, response, file);

  if (path.startsWith('/media/')) {
    const picture = current.media === undefined ? 'busy' : await current.media.find(path);
    if (picture === 'busy') return sendPlain(request, response, 503, parts.common, { 'retry-after': '2' });
    if (picture !== undefined) return sendFile(request, response, picture);
  } else if (file !== undefined || (current.app !== undefined && !path.startsWith('/assets/'))) {
    if (await parts.onDemand.answer(request, response, path + search, current.app)) return;
  }
  return sendNotFound(parts, current, request, response, path);
}

/** Where a path is really at home: moved records, a missing or extra closing slash, another spelling. */
function addressOf({ site }: ServedState, path: string): string | undefined {
  const withSlash = path.endsWith('/') ? path : `${path}/`;
  const withoutSlash = withSlash.slice(0, -1);
  const moved = site.manifest.redirects.get(withSlash);
  if (moved !== undefined) return moved;
  return [path, withSlash, withoutSlash, inLowerCase(withSlash)].find((candidate) => site.has(candidate));
}

/** Addresses of pages are in small letters; escapes keep their capitals. */
function inLowerCase(path: string): string {
  return path.replace(/%[0-9A-F]{2}|[A-Z]+/g, (found) => (found.startsWith('%') ? found : found.toLowerCase()));
}

function sendNotFound(
  parts: AnswerParts,
  { site }: ServedState,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void | Promise<void> {
  const page = site.file(notFoundPath(path.startsWith('/en/') ? 'en' : 'vi')) ?? site.file(notFoundPath('vi'));
  return page === undefined ? sendPlain(request, response, 404, parts.common) : sendFile(request, response, page);
}

function sendReadiness(parts: AnswerParts, request: IncomingMessage, response: ServerResponse): void {
  const manifest = parts.state.state?.site.manifest;
  const body =
    manifest === undefined
      ? { ready: false }
      : { ready: true, manifest: manifest.number, snapshot: manifest.snapshot, asOf: manifest.asOf, build: manifest.build };
  const type = { 'content-type': 'application/json; charset=utf-8' };
  sendPlain(request, response, manifest === undefined ? 503 : 200, parts.common, type, `${JSON.stringify(body)}\n`);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
