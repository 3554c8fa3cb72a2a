import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeSession, FakeStripe } from './fake-stripe.ts';

const WORDS = {
  vi: { title: 'Trang trả thẻ giả', mark: 'Bản giả của trang Stripe, để thử', pay: 'Trả bằng thẻ', decline: 'Dùng thẻ bị từ chối', later: 'Trả, tiền đến sau', back: 'Quay lại cửa hàng', declined: 'Thẻ bị từ chối. Hãy thử thẻ khác.', over: 'Trang này đã hết hạn.' },
  en: { title: 'Imitated card page', mark: 'An imitation of Stripe’s page, for tests', pay: 'Pay by card', decline: 'Use a card that is declined', later: 'Pay, the money comes later', back: 'Back to the shop', declined: 'The card was declined. Try another one.', over: 'This page has ended.' },
} as const;

/** How the buttons of the page are sent. */
export const CARD_DEEDS = { pay: 'pay', decline: 'decline', later: 'later' } as const;

/**
 * The page that `url` of a session leads to: a card that works, one that is declined, money that comes later, and the way
 * back. Events wait until `tell` sends them, so that a buyer can come back before the shop has heard.
 */
export class HostedCheckout {
  readonly #fake: FakeStripe;
  readonly #webhook: string;
  readonly #untold: { type: string; sessionId: string }[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  /** `webhook`: the shop's address for signed events. */
  constructor(fake: FakeStripe, webhook: string) {
    this.#fake = fake;
    this.#webhook = webhook;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#fake.pagesAt = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The bank has sent the money that was to come later, or has not. */
  settle(sessionId: string, well: boolean): void {
    this.#fake.settle(sessionId, well);
    this.#untold.push({ type: `checkout.session.async_payment_${well ? 'succeeded' : 'failed'}`, sessionId });
  }

  /** Sends the signed events that wait, oldest first; the shop's answers. */
  async tell(): Promise<number[]> {
    const answers: number[] = [];
    for (const { type, sessionId } of this.#untold.splice(0)) {
      const { body, headers } = this.#fake.event(type, this.#fake.sessions.get(sessionId));
      answers.push((await fetch(this.#webhook, { method: 'POST', body, headers })).status);
    }
    return answers;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = this.#fake.sessions.get(/^\/c\/pay\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (session === undefined) return void response.writeHead(404).end();
    if (request.method === 'GET') return show(response, session);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const deed = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('deed');
    if (session.status !== 'open') return show(response, session);
    if (deed !== CARD_DEEDS.pay && deed !== CARD_DEEDS.later) return show(response, session, { isDeclined: true });
    this.#fake.pay(session.id, deed === CARD_DEEDS.later ? 'later' : 'now');
    this.#untold.push({ type: 'checkout.session.completed', sessionId: session.id });
    response.writeHead(303, { location: session.success_url }).end();
  }
}

function show(response: ServerResponse, session: FakeSession, { isDeclined = false } = {}): void {
  const language = session.locale === 'vi' ? 'vi' : 'en';
  const words = WORDS[language];
  const button = (deed: string, text: string): string => `<p><button name="deed" value="${deed}">${text}</button></p>`;
  const form = `<form method="post">${button(CARD_DEEDS.pay, words.pay)}${button(CARD_DEEDS.decline, words.decline)}${button(CARD_DEEDS.later, words.later)}</form>`;
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>${words.title}</title><style>:root{color-scheme:light dark}body{max-width:26rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui}button{width:100%;min-height:48px;font:inherit}</style>
<p><b>${words.mark}</b></p><h1>${session.amount_total.toLocaleString(language)} ₫</h1>
${isDeclined ? `<p role="alert">${words.declined}</p>` : ''}${session.status === 'open' ? form : `<p role="alert">${words.over}</p>`}
<p><a href="${session.cancel_url.replaceAll('"', '&quot;')}">${words.back}</a></p></html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}
