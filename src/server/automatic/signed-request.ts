import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clock of a sender may be from ours. */
export const MOST_APART_SECONDS = 5 * 60;

/**
 * - `missing`: no signature that is known here; `wrong`: it does not fit body and secret; `stale`: it fits, but its time
 *   is more than five minutes away.
 * - `good`: with the keys under which this delivery is remembered.
 */
export type Verdict = { kind: 'missing' | 'wrong' | 'stale' } | { kind: 'good'; keys: readonly string[] };

/**
 * Two forms, both HMAC-SHA256 in hexadecimal digits:
 * - as git hosts send it: `X-Hub-Signature-256: sha256=…` over the raw body, with the delivery's id beside it;
 * - ours, for scripts: `X-Publish-Signature: sha256=…` over `<X-Publish-Timestamp>.<raw body>`, seconds since 1970.
 * A request with both is judged by ours. No delivery id is signed by git hosts, so the body itself is remembered, too.
 */
export function judgeSignature(headers: Headers, body: Uint8Array, secret: string, nowMs: number): Verdict {
  const timestamp = headers.get('x-publish-timestamp');
  const timed = headers.get('x-publish-signature');
  if (timed !== null || timestamp !== null) {
    if (timed === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return { kind: 'missing' };
    const signed = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
    if (!fits(timed, signed, secret)) return { kind: 'wrong' };
    if (Math.abs(nowMs / 1000 - Number(timestamp)) > MOST_APART_SECONDS) return { kind: 'stale' };
    return { kind: 'good', keys: [`timed:${sha256(signed)}`] };
  }
  const hub = headers.get('x-hub-signature-256');
  if (hub === null) return { kind: 'missing' };
  // A request of ours, with its time moved into the body, would fit here when it is long stale there.
  if (/^\d{1,12}\./.test(Buffer.from(body.subarray(0, 13)).toString('latin1')) || !fits(hub, body, secret)) return { kind: 'wrong' };
  const delivery = DELIVERY_HEADERS.map((name) => headers.get(name)).find((id) => id !== null && id !== '');
  return { kind: 'good', keys: [`body:${sha256(body)}`, ...(delivery === undefined ? [] : [`delivery:${sha256(Buffer.from(delivery as string))}`])] };
}

/** GitHub, Gitea, Forgejo, Gogs. */
const DELIVERY_HEADERS = ['x-github-delivery', 'x-gitea-delivery', 'x-forgejo-delivery', 'x-gogs-delivery'] as const;

/** The value of a signature header for a body. */
export function signatureOf(signed: Uint8Array | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`;
}

/** Takes the same time however much of it is right. */
function fits(given: string, signed: Uint8Array, secret: string): boolean {
  const expected = Buffer.from(signatureOf(signed, secret));
  const found = Buffer.from(given.toLowerCase());
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
