import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptedParameters, valueFault, type ParameterTable } from './accepted-parameters.ts';

const CREATE = acceptedParameters('Checkout/Sessions.d.ts', 'Checkout.SessionCreateParams');
const REFUND = acceptedParameters('Refunds.d.ts', 'RefundCreateParams');
const NOTHING: ParameterTable = new Map();
const VERSION = '2026-10-28.endive';

export const STRIPE_KEY = 'sk_test_khoa_de_thu';
export const STRIPE_WEBHOOK_SECRET = 'whsec_bi_mat_de_thu';

export interface FakeSession {
  id: string;
  object: 'checkout.session';
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  payment_intent: string | null;
  expires_at: number;
  url: string | null;
  success_url: string;
  cancel_url: string;
  locale: string;
  metadata: Record<string, string>;
}

interface Answer {
  status: number;
  body: unknown;
}

/** Stripe as far as the shop uses it, with a memory: it refuses what the pinned version refuses, and remembers keys. */
export class FakeStripe {
  /** Where the pages of its sessions are; see `HostedCheckout`. */
  pagesAt = 'https://checkout.stripe.example';
  readonly sessions = new Map<string, FakeSession>();
  readonly refunds = new Map<string, { id: string; object: 'refund'; status: string; amount: number; currency: string; payment_intent: string; metadata: Record<string, string> }>();
  readonly requests: string[] = [];
  /** Answers 500 to so many requests more. */
  failing = 0;
  /** Does the work, then closes the connection without an answer: so many times more. */
  losing = 0;
  #failed = new Set<string>();
  #now: number | undefined;
  #keys = new Map<string, { what: string; answer: Answer }>();
  #count = 0;
  #server = createServer((request, response) => {
    void this.#take(request).then((answer) => {
      if (answer === 'lost') return request.socket.destroy();
      const text = JSON.stringify(answer.body);
      return response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    });
  });

  /** `now`: where its clock stands; without it, that of the machine. */
  constructor(now?: number) {
    this.#now = now;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now ?? Date.now();
  }

  set now(instant: number) {
    this.#now = instant;
  }

  /** Gives back its origin, for STRIPE_API_URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The buyer fills in a card. `later`: by a way whose money comes later. */
  pay(id: string, how: 'now' | 'later' = 'now'): void {
    const session = this.#open(id);
    Object.assign(session, { status: 'complete', payment_status: how === 'now' ? 'paid' : 'unpaid', payment_intent: `pi_${id}`, url: null });
  }

  settle(id: string, well: boolean): void {
    const session = this.sessions.get(id);
    if (session?.status !== 'complete' || session.payment_status !== 'unpaid') throw new Error('nothing to settle');
    if (well) session.payment_status = 'paid';
    else this.#failed.add(id);
  }

  /** Sessions whose time is over end. */
  tick(now: number): string[] {
    this.now = now;
    const ended = [...this.sessions.values()].filter(({ status, expires_at }) => status === 'open' && expires_at * 1000 <= now);
    for (const session of ended) Object.assign(session, { status: 'expired', url: null });
    return ended.map(({ id }) => id);
  }

  /** A signed event about an object; its content is what Stripe wrote at the time. */
  event(type: string, object: unknown, { secret = STRIPE_WEBHOOK_SECRET, sentAt = this.now, id = `evt_${(this.#count += 1)}` } = {}): { body: string; headers: Record<string, string> } {
    const body = JSON.stringify({ id, object: 'event', api_version: VERSION, created: Math.floor(sentAt / 1000), type, data: { object } });
    const seconds = Math.floor(sentAt / 1000);
    return { body, headers: { 'content-type': 'application/json', 'stripe-signature': `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}` } };
  }

  #open(id: string): FakeSession {
    const session = this.sessions.get(id);
    if (session?.status !== 'open') throw new Error(`${id} is not open`);
    return session;
  }

  async #take(request: IncomingMessage): Promise<Answer | 'lost'> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fields = [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))];
    const { method = '', url = '', headers } = request;
    this.requests.push(`${method} ${url}`);
    if (headers.authorization !== `Bearer ${STRIPE_KEY}`) return fault(401, 'Invalid API Key provided');
    if (headers['stripe-version'] !== VERSION) return fault(400, `Unknown version ${String(headers['stripe-version'])}`);
    if (this.failing > 0) {
      this.failing -= 1;
      return fault(500, 'Something went wrong on our end');
    }
    const key = headers['idempotency-key'];
    const what = `${method} ${url} ${JSON.stringify(fields)}`;
    const known = typeof key === 'string' ? this.#keys.get(key) : undefined;
    if (known !== undefined && known.what !== what) return { status: 400, body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.' } } };
    const answer = known?.answer ?? this.#answer(method, url, fields);
    // A request that was refused as it stands leaves nothing behind its key.
    if (typeof key === 'string' && answer.status < 400) this.#keys.set(key, { what, answer });
    if (this.losing > 0) {
      this.losing -= 1;
      return 'lost';
    }
    return answer;
  }

  #answer(method: string, url: string, fields: readonly (readonly [string, string])[]): Answer {
    const [, kind, id, verb] = /^\/v1\/(checkout\/sessions|refunds|payment_intents)(?:\/([\w]+))?(?:\/(\w+))?$/.exec(url) ?? [];
    const table = kind === 'checkout/sessions' && id === undefined ? CREATE : kind === 'refunds' && id === undefined ? REFUND : NOTHING;
    for (const [field, value] of fields) {
      const wrong = valueFault(table, field, value);
      if (wrong !== undefined) return fault(400, wrong, { param: field, code: 'parameter_unknown' });
    }
    if (method === 'POST' && kind === 'checkout/sessions' && id === undefined) return this.#create(new Map(fields));
    if (method === 'POST' && kind === 'checkout/sessions' && verb === 'expire') return this.#expire(id as string);
    if (method === 'GET' && kind === 'checkout/sessions') return found(this.sessions.get(id ?? ''));
    if (method === 'POST' && kind === 'refunds') return this.#refund(new Map(fields));
    if (method === 'GET' && kind === 'refunds') return found(this.refunds.get(id ?? ''));
    if (method === 'GET' && kind === 'payment_intents') {
      const session = [...this.sessions.values()].find(({ payment_intent }) => payment_intent === id);
      return found(session && { id, object: 'payment_intent', status: this.#failed.has(session.id) ? 'requires_payment_method' : session.payment_status === 'paid' ? 'succeeded' : 'processing', metadata: session.metadata });
    }
    return fault(404, `Unrecognized request URL (${method}: ${url})`);
  }

  #create(given: ReadonlyMap<string, string>): Answer {
    const amount = Number(given.get('line_items[0][price_data][unit_amount]')) * Number(given.get('line_items[0][quantity]'));
    const currency = given.get('line_items[0][price_data][currency]') ?? '';
    const expiresAt = Number(given.get('expires_at'));
    const seconds = this.now / 1000;
    if (given.get('mode') !== 'payment') return fault(400, 'Missing required param: mode', { param: 'mode' });
    if (currency !== 'vnd') return fault(400, 'Invalid currency', { param: 'line_items[0][price_data][currency]' });
    if (amount > 99_999_999) return fault(400, 'The amount must be no more than ₫99,999,999', { code: 'amount_too_large' });
    if (amount < 13_100) return fault(400, "The Checkout Session's total amount must convert to at least 50 cents.", { code: 'amount_too_small' });
    if (expiresAt < seconds + 30 * 60 || expiresAt > seconds + 24 * 3600) return fault(400, 'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.', { param: 'expires_at' });
    for (const name of ['success_url', 'cancel_url']) if (URL.parse(given.get(name) ?? '') === null) return fault(400, 'Not a valid URL', { param: name, code: 'url_invalid' });
    const id = `cs_test_${randomBytes(6).toString('hex')}`;
    const session: FakeSession = {
      id,
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: amount,
      currency,
      client_reference_id: given.get('client_reference_id') ?? null,
      payment_intent: null,
      expires_at: expiresAt,
      url: `${this.pagesAt}/c/pay/${id}`,
      success_url: given.get('success_url') ?? '',
      cancel_url: given.get('cancel_url') ?? '',
      locale: given.get('locale') ?? 'auto',
      metadata: { order: given.get('payment_intent_data[metadata][order]') ?? '' },
    };
    this.sessions.set(id, session);
    return { status: 200, body: structuredClone(session) };
  }

  #expire(id: string): Answer {
    const session = this.sessions.get(id);
    if (session === undefined) return found(undefined);
    if (session.status !== 'open') return fault(400, `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}`);
    Object.assign(session, { status: 'expired', url: null });
    return { status: 200, body: session };
  }

  #refund(given: ReadonlyMap<string, string>): Answer {
    const paid = [...this.sessions.values()].find(({ payment_intent }) => payment_intent === given.get('payment_intent'));
    if (paid?.payment_status !== 'paid') return fault(400, 'This PaymentIntent does not have a successful charge to refund.');
    const before = [...this.refunds.values()].filter(({ payment_intent }) => payment_intent === paid.payment_intent).reduce((sum, { amount }) => sum + amount, 0);
    const amount = Number(given.get('amount') ?? paid.amount_total);
    if (before + amount > paid.amount_total) return fault(400, 'Refund amount is greater than unrefunded amount on charge', { code: 'charge_already_refunded' });
    const id = `re_${randomBytes(6).toString('hex')}`;
    const refund = { id, object: 'refund' as const, status: 'succeeded', amount, currency: 'vnd', payment_intent: paid.payment_intent as string, metadata: { order: given.get('metadata[order]') ?? '' } };
    this.refunds.set(id, refund);
    return { status: 200, body: refund };
  }
}

function found(object: unknown): Answer {
  return object === undefined ? fault(404, 'No such object', { code: 'resource_missing' }) : { status: 200, body: structuredClone(object) };
}

function fault(status: number, message: string, more: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: { error: { type: status === 500 ? 'api_error' : 'invalid_request_error', message, ...more } } };
}
