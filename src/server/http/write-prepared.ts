import type { ServerResponse } from 'node:http';

/** Status line and headers of an answer, made once and sent many times. */
export interface PreparedHead {
  readonly status: number;
  /** Flat list as `response.writeHead` takes it. */
  readonly headers: string[];
  /** The same as text, without `Date` and the headers about the connection. */
  readonly text: string;
}

export function prepareHead(status: number, reason: string, headers: Readonly<Record<string, string>>): PreparedHead {
  const lines = Object.entries(headers).map(([name, value]) => {
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) throw new Error(`header ${name} holds a character that HTTP does not allow`);
    return `${name}: ${value}\r\n`;
  });
  return { status, headers: Object.entries(headers).flat(), text: `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}` };
}

/** What Node's ServerResponse keeps to itself: the head as text, which `end` sends when it is there. */
interface WithHead {
  _header: string | null;
}

/**
 * `writeHead` checks and joins every header of every answer again, a fifth of the whole work for a page that is in
 * memory. On a connection that stays open the prepared text goes in its place. This leans on one internal of the
 * Node that the project brings along; tests/server/keep-alive.test.ts compares both ways byte by byte.
 */
export function writePrepared(response: ServerResponse, head: PreparedHead, body: Buffer | undefined, keepAliveSeconds: number): void {
  if (!response.shouldKeepAlive || response.req.httpVersion !== '1.1') {
    response.writeHead(head.status, head.headers);
  } else {
    response.statusCode = head.status;
    (response as unknown as WithHead)._header = `${head.text}Date: ${httpDate()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`;
  }
  response.end(body);
}

let date = '';
let validUntil = 0;

/** The Date header changes once a second. */
function httpDate(): string {
  const now = Date.now();
  if (now >= validUntil) {
    date = new Date(now).toUTCString();
    validUntil = now - (now % 1_000) + 1_000;
  }
  return date;
}
