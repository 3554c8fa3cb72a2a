import { publishWebhookPath } from '../../paths.ts';
import type { WebDoor } from '../http/web-door.ts';
import { problemDetails } from '../api/problem-details.ts';
import type { QueueState } from './publish-queue.ts';
import type { SeenDeliveries } from './seen-deliveries.ts';
import { judgeSignature } from './signed-request.ts';

export interface PublishWebhookParts {
  /** Undefined: the route does not exist. */
  secret: string | undefined;
  seen: SeenDeliveries;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Asks for a publish; does not wait for it. */
  request: () => void;
  state: () => QueueState<string>;
}

/** Longest body, in bytes. */
export const MOST_BYTES = 1024 * 1024;

/** The door behind which the server hears of new records. */
export function publishWebhookDoor(parts: PublishWebhookParts): WebDoor {
  return { takes: (path) => path === publishWebhookPath || path === `${publishWebhookPath}/`, answer: (request) => answerPublishWebhook(parts, request) };
}

/**
 * `POST /api/publish`: a signed request makes the server publish what `content/` holds. 202 with what is under way;
 * 401 without a good signature, 409 for one that was taken before, 413, 405, and 404 while no secret is set.
 */
export async function answerPublishWebhook(parts: PublishWebhookParts, request: Request): Promise<Response> {
  if (parts.secret === undefined) return problemDetails(404, 'not-found', 'Not found', 'There is nothing at this address.');
  if (request.method !== 'POST') return problemDetails(405, 'method', 'Method not allowed', 'Send a POST request.', { allow: 'POST' });
  const body = await readBody(request);
  if (body === 'too-large') return problemDetails(413, 'too-large', 'Body too large', `A body may have ${MOST_BYTES} bytes.`, { connection: 'close' });
  const verdict = judgeSignature(request.headers, body, parts.secret, parts.now());
  switch (verdict.kind) {
    case 'missing':
      return unauthorised('No signature', 'Send X-Hub-Signature-256, or X-Publish-Signature with X-Publish-Timestamp.');
    case 'wrong':
      return unauthorised('Wrong signature', 'The signature does not fit this body and the secret of this site.');
    case 'stale':
      return unauthorised('Stale signature', 'X-Publish-Timestamp is more than five minutes away from the clock of this server.');
    case 'good':
      break;
  }
  if (!(await parts.seen.take(verdict.keys))) {
    return problemDetails(409, 'replay', 'Already taken', 'This delivery was taken within the last seven days.');
  }
  parts.request();
  return new Response(`${JSON.stringify({ accepted: true, ...parts.state() })}\n`, {
    status: 202,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function unauthorised(title: string, detail: string): Response {
  return problemDetails(401, 'signature', title, detail, { 'www-authenticate': 'HMAC-SHA256' });
}

/** Stops reading as soon as there is more than allowed, whatever the request says about its length. */
async function readBody(request: Request): Promise<Uint8Array | 'too-large'> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return 'too-large';
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return 'too-large';
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
