import Stripe from 'stripe';

/** The one place that knows the package of Stripe; the version of the API is the one its types describe. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

export type StripeClient = Stripe;
export type StripeSession = Stripe.Checkout.Session;
export type StripeSessionParams = Stripe.Checkout.SessionCreateParams;
export type StripeRefund = Stripe.Refund;
export type StripeEvent = Stripe.Event;

export interface StripeSettings {
  secretKey: string;
  /** Origin of another server than Stripe's own; see STRIPE_API_URL in `env.ts`. */
  apiUrl?: string | undefined;
}

/** Answers are waited for 20 seconds; what failed on the way is tried twice more under the same key. */
export function openStripe({ secretKey, apiUrl }: StripeSettings): StripeClient {
  return new Stripe(secretKey, { apiVersion: STRIPE_API_VERSION, maxNetworkRetries: 2, timeout: 20_000, telemetry: false, ...(apiUrl !== undefined && serverAt(new URL(apiUrl))) });
}

function serverAt({ protocol, hostname, port }: URL): { protocol: 'http' | 'https'; host: string; port: number } {
  const isPlain = protocol === 'http:';
  return { protocol: isPlain ? 'http' : 'https', host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (isPlain ? 80 : 443) : Number(port) };
}

/**
 * - `mismatch`: this key was used with other parameters. - `amount`: too small or too large a charge.
 * - `expiry`: `expires_at` lies too near. - `closed`: the session takes nothing any more. - `unreachable`: no answer, or too busy.
 */
export type StripeFault = 'mismatch' | 'amount' | 'expiry' | 'closed' | 'unreachable' | 'other';

export function stripeFault(error: unknown): StripeFault {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'mismatch';
  if (error instanceof Stripe.errors.StripeConnectionError || error instanceof Stripe.errors.StripeAPIError || error instanceof Stripe.errors.StripeRateLimitError) return 'unreachable';
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return 'other';
  if (error.code === 'amount_too_small' || error.code === 'amount_too_large') return 'amount';
  if (error.param === 'expires_at') return 'expiry';
  return /checkout sessions with a status in \["open"\]/i.test(error.message) ? 'closed' : 'other';
}

export function isSignatureError(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeSignatureVerificationError;
}
