import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { WebhookRefused } from './payment-webhook.ts';

/** How far the time of a message may be from our clock. */
export const MOST_APART_MS = 5 * 60_000;

export function hexHmac(algorithm: 'sha256' | 'sha512', secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  if (secret.trim() === '') throw new Error('a blank secret signs nothing');
  const hmac = createHmac(algorithm, secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

/** Takes the same time however much of it is right, and whatever its length. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest());
}

/** Throws {@link WebhookRefused} when the signature does not fit. */
export function demandSame(given: string | null, expected: () => string): void {
  if (given === null || given === '') throw new WebhookRefused('missing');
  if (!isSame(given.toLowerCase(), expected())) throw new WebhookRefused('wrong');
}

/** Call after the signature was found right: a time that nobody signed says nothing. */
export function demandFresh(sentMs: number, nowMs: number): void {
  if (!(Math.abs(nowMs - sentMs) <= MOST_APART_MS)) throw new WebhookRefused('stale');
}

/** JSON of a signed body. Throws {@link WebhookRefused} for anything else. */
export function parsedJson(raw: Uint8Array, because: 'wrong' | 'unreadable'): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new WebhookRefused(because);
  }
}
