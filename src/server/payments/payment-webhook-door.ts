import { paymentWebhookPath } from '../../paths.ts';
import { problemDetails } from '../api/problem-details.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { readBody } from '../desk/read-form.ts';
import type { WebDoor } from '../http/web-door.ts';
import type { ToldPayment } from './told-payment.ts';
import { WebhookRefused, type PaymentWebhook, type RefusedBecause } from './webhooks/payment-webhook.ts';

export interface PaymentWebhookDoorParts {
  /** Of the providers that are switched on, and no others. */
  webhooks: readonly PaymentWebhook[];
  /** Resolves when what was told is written for good; only then the provider hears that it was taken. */
  receive(told: readonly ToldPayment[]): Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
  onError: (error: unknown, what: string) => void;
}

const AT_ONCE = 16;
const WAITING = 256;

/**
 * `POST /api/payments/<provider>/webhook`. 200 `{"success":true}`: written, or known already. 401, 400: refused before
 * anything was asked of a database. 404: not switched on. 413, 405. 500, 503: the provider should send it again.
 */
export function paymentWebhookDoor(parts: PaymentWebhookDoorParts): WebDoor {
  const few = new FewAtOnce(AT_ONCE, WAITING);
  return {
    takes: (path) => /^\/api\/payments\/[^/]+\/webhook\/?$/.test(path),
    answer: async (request) => (await few.run(() => answer(parts, request))) ?? problemDetails(503, 'busy', 'Busy', 'Too many messages at once: send it again.', { 'retry-after': '5' }),
  };
}

async function answer({ webhooks, receive, now, onError }: PaymentWebhookDoorParts, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/\/$/, '');
  const webhook = webhooks.find(({ name }) => path === paymentWebhookPath(name));
  if (webhook === undefined) return problemDetails(404, 'not-found', 'Not found', 'This provider is not switched on here.');
  if (request.method !== 'POST') return problemDetails(405, 'method', 'Method not allowed', 'Send a POST request.', { allow: 'POST' });
  const raw = Number(request.headers.get('content-length') ?? 0) > webhook.mostBytes ? undefined : await readBody(request.body, webhook.mostBytes, webhook.mostBytes);
  if (raw === undefined) return problemDetails(413, 'too-large', 'Body too large', `A body may have ${webhook.mostBytes} bytes.`, { connection: 'close' });
  try {
    await receive(await webhook.read(raw, request.headers, now()));
    return new Response('{"success":true}\n', { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof WebhookRefused) {
      // A signed message that cannot be read is a fault of ours or a new version of theirs: somebody must hear of it.
      if (error.because === 'unreadable') onError(error, `a message of ${webhook.name}`);
      return problemDetails(error.status, 'signature', 'Refused', REASONS[error.because]);
    }
    onError(error, `a message of ${webhook.name}`);
    return problemDetails(500, 'fault', 'Not taken', 'The message could not be written: send it again.');
  }
}

const REASONS: Readonly<Record<RefusedBecause, string>> = {
  missing: 'There is no signature.',
  wrong: 'The signature does not fit this body and the secret of this site.',
  stale: 'The signed time is more than five minutes away from the clock of this server.',
  unreadable: 'The signature fits, but this is no message that is known here.',
};
