import { practicePaymentPath, paymentWebhookPath } from '../../../paths.ts';
import type { PracticePaymentView } from '../../../publish/practice-payment-view.ts';
import { plainAnswer, privateAnswer, seeOther } from '../../desk/private-answer.ts';
import { readForm } from '../../desk/read-form.ts';
import type { WebDoor } from '../../http/web-door.ts';
import { readPracticeToken, type PracticePayment } from './practice-token.ts';
import { signPractice, type PracticeMessage } from './practice-webhook.ts';

export interface PracticeDoorParts {
  secret: string;
  /** Origin without trailing slash, on which this server can be reached by itself. */
  siteUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
  render(path: string, view: PracticePaymentView): Promise<Response>;
  onError: (error: unknown, what: string) => void;
}

/** How long the page waits for the shop to take the message, as a provider would. */
const PATIENCE_MS = 15_000;
/** Programs and old browsers say nothing. */
const SAME_SITE: ReadonlySet<string | null> = new Set(['same-origin', null]);

/** `/thanh-toan-thu/<token>/`: pay, fail or go away, as at a provider; what was chosen comes to the shop as a signed message. */
export function practiceDoor(parts: PracticeDoorParts): WebDoor {
  return {
    takes: (path) => tokenOf(path) !== undefined,
    async answer(request) {
      try {
        return closed(await answer(parts, request));
      } catch (error) {
        parts.onError(error, 'the practice payment page');
        return closed(plainAnswer(500, 'Máy chủ gặp lỗi. Xin thử lại sau. / The server failed. Please try again.'));
      }
    },
  };
}

function tokenOf(path: string): string | undefined {
  const before = practicePaymentPath();
  return path.startsWith(before) && path.length > before.length ? path.slice(before.length).replace(/\/$/, '') : undefined;
}

function closed(response: Response): Response {
  const answer = privateAnswer(response);
  answer.headers.set('referrer-policy', 'no-referrer');
  return answer;
}

async function answer(parts: PracticeDoorParts, request: Request): Promise<Response> {
  const payment = readPracticeToken(tokenOf(new URL(request.url).pathname) ?? '', parts.secret);
  if (payment === undefined) return plainAnswer(404, 'Liên kết thanh toán thử không đúng. / This practice payment link is wrong.');
  if (request.method === 'GET' || request.method === 'HEAD') return show(parts, payment);
  if (request.method !== 'POST') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD, POST' });
  // The token alone opens the page, and it keeps its referrer, so that browsers name no origin; only another site's form is told apart.
  if (!SAME_SITE.has(request.headers.get('sec-fetch-site'))) return plainAnswer(403, 'Biểu mẫu này phải gửi từ chính trang. / Send this form from its own page.');
  const form = await readForm(request);
  const choice = form instanceof URLSearchParams ? form.get('viec') : null;
  if (choice === 'bo') return seeOther(payment.back);
  if (choice !== 'tra' && choice !== 'hong') return plainAnswer(400, 'Không rõ chọn gì. / Unknown choice.');
  const problem = await tell(parts, payment, choice === 'tra' ? 'paid' : 'failed');
  return problem === undefined ? seeOther(payment.back) : show(parts, payment, problem);
}

/** Over the network to our own address: nothing about it differs from a message of a real provider. */
async function tell({ secret, siteUrl, now, onError }: PracticeDoorParts, payment: PracticePayment, kind: 'paid' | 'failed'): Promise<string | undefined> {
  // The same choice twice is one event, as with a provider that takes an order's money once.
  const message: PracticeMessage = { id: `${payment.order}:${payment.dueDong}:${kind}`, kind, order: payment.order, amountDong: payment.dueDong, currency: 'VND', at: new Date(now()).toISOString() };
  const body = JSON.stringify(message);
  try {
    const answered = await fetch(siteUrl + paymentWebhookPath('practice'), { method: 'POST', body, headers: signPractice(body, secret, now()), signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    return answered.ok ? undefined : String(answered.status);
  } catch (error) {
    onError(error, 'telling the shop of a practice payment');
    return error instanceof Error ? error.name : 'error';
  }
}

async function show({ render, now }: PracticeDoorParts, payment: PracticePayment, problem?: string): Promise<Response> {
  const { number, dueDong, language, until } = payment;
  const page = await render(practicePaymentPath(), { number, dueDong, language, isLate: until !== null && now() >= until, ...(problem !== undefined && { problem }) });
  return problem === undefined ? page : new Response(page.body, { status: 502, headers: page.headers });
}
