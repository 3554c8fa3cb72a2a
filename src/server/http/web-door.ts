import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ServedState } from './site-state.ts';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Part of the site that answers web-standard requests of any method, beside the published files. */
export interface WebDoor {
  /** Whether an address is behind this door; `path` is without query. */
  takes(path: string): boolean;
  answer(request: Request, visitor: WebVisitor): Promise<Response>;
}

export interface WebVisitor {
  address: string;
  /** What is served now; undefined while nothing is published. */
  served?: ServedState | undefined;
}

export interface WebDoors {
  doors: readonly WebDoor[];
  /** A proxy in front tells who the visitor is; without one that header is anybody's. */
  trustProxy: boolean;
}

export function doorFor({ doors }: WebDoors, url: string): WebDoor | undefined {
  if (doors.length === 0) return undefined;
  const path = url.split('?', 1)[0] ?? url;
  return doors.find((door) => door.takes(path));
}

/** Rejects only for faults behind the door; a visitor who leaves early is none. */
export async function answerByDoor(
  door: WebDoor,
  { trustProxy }: Pick<WebDoors, 'trustProxy'>,
  common: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
  served?: ServedState,
): Promise<void> {
  const asked = webRequest(request);
  if (asked === undefined) return void response.writeHead(400, { ...common, connection: 'close', 'content-length': '0' }).end();
  const answer = await door.answer(asked, { address: addressOf(request, trustProxy), served });
  await send(answer, common, request, response);
}

/** Undefined for an address or a Host that is none. */
function webRequest(request: IncomingMessage): Request | undefined {
  const method = request.method ?? 'GET';
  const url = URL.parse(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`);
  if (url === null) return undefined;
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) headers.append(request.rawHeaders[at] as string, request.rawHeaders[at + 1] as string);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = Readable.toWeb(request) as NodeReadableStream as ReadableStream;
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

/** The last address that a trusted proxy added; the ones before it are what the visitor says. */
function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : undefined;
  return forwarded || (request.socket.remoteAddress ?? '');
}

async function send(answer: Response, common: Readonly<Record<string, string>>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.method === 'HEAD' || answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer());
  const cookies = answer.headers.getSetCookie();
  const headers: Record<string, string | string[]> = { ...common };
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value;
  });
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  if (body !== undefined || request.method !== 'HEAD') headers['content-length'] = String(body?.length ?? 0);
  // What was not read of the request would be taken for the next one.
  if (!request.complete) headers['connection'] = 'close';
  response.writeHead(answer.status, headers);
  response.end(body);
}
