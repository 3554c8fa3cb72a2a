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

/** A body that is sent again and again, in one piece with the head before it. */
export interface PreparedBody {
  readonly head: PreparedHead;
  body: Buffer;
  /** Head and body as they were sent last, and until when (milliseconds since 1970) their Date is right; `body` is a part of it. */
  whole?: { bytes: Buffer; until: number };
}

/** Larger bodies are not copied: what they save is nothing beside them. */
const MOST_IN_ONE_PIECE = 256 * 1024;

/** What Node's ServerResponse keeps to itself: the head as text, which `end` sends when it is there, if it was not sent yet. */
interface WithHead {
  _header: string | null;
  _headerSent: boolean;
}

/** Sends a head alone: to a HEAD request, or to somebody who has the body. */
export function writeHead(response: ServerResponse, head: PreparedHead, keepAliveSeconds: number): void {
  if (staysOpen(response)) takeHead(response, head, `${head.text}${closing(keepAliveSeconds)}`, false);
  else response.writeHead(head.status, head.headers);
  response.end();
}

/**
 * `writeHead` of Node checks and joins every header of every answer again, a fifth of the whole work for a page that is in
 * memory, and head and body are handed to the system in two pieces. On a connection that stays open one prepared piece
 * goes in their place. This leans on internals of the Node that the project brings along; tests/server/keep-alive.test.ts
 * compares both ways byte by byte.
 */
export function writePrepared(response: ServerResponse, answer: PreparedBody, keepAliveSeconds: number): void {
  const { head } = answer;
  if (!staysOpen(response)) {
    response.writeHead(head.status, head.headers).end(answer.body);
  } else if (answer.body.length > MOST_IN_ONE_PIECE) {
    takeHead(response, head, `${head.text}${closing(keepAliveSeconds)}`, false);
    response.end(answer.body);
  } else {
    const bytes = inOnePiece(answer, keepAliveSeconds);
    takeHead(response, head, head.text, true);
    response.end(bytes);
  }
}

function staysOpen(response: ServerResponse): boolean {
  return response.shouldKeepAlive && response.req.httpVersion === '1.1';
}

function takeHead(response: ServerResponse, { status }: PreparedHead, text: string, isSent: boolean): void {
  response.statusCode = status;
  const inside = response as unknown as WithHead;
  inside._header = text;
  inside._headerSent = isSent;
}

/** What was sent before may still be on its way, so it is never written over. */
function inOnePiece(answer: PreparedBody, keepAliveSeconds: number): Buffer {
  const now = Date.now();
  if (answer.whole !== undefined && now < answer.whole.until) return answer.whole.bytes;
  const head = Buffer.from(answer.head.text + closing(keepAliveSeconds), 'latin1');
  const bytes = Buffer.concat([head, answer.body]);
  answer.body = bytes.subarray(head.length);
  answer.whole = { bytes, until: validUntil };
  return bytes;
}

/** The lines that differ from answer to answer. */
function closing(keepAliveSeconds: number): string {
  return `Date: ${httpDate()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`;
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
