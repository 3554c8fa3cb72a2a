import type { ToldPayment } from '../told-payment.ts';

/** One address at which a provider tells of money: `/api/payments/<name>/webhook`. */
export interface PaymentWebhook {
  readonly name: string;
  /** Longest body, in bytes. */
  readonly mostBytes: number;
  /** Verifies first, reads then, and asks no database. Throws {@link WebhookRefused}. */
  read(raw: Uint8Array, headers: Headers, nowMs: number): Promise<ToldPayment[]>;
}

/** - `missing`: no signature. `wrong`: it does not fit. `stale`: it fits, but is too old or from the future. `unreadable`: signed, but no message that is known. */
export type RefusedBecause = 'missing' | 'wrong' | 'stale' | 'unreadable';

export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
  readonly because: RefusedBecause;

  constructor(because: RefusedBecause) {
    super(`webhook refused: ${because}`);
    this.because = because;
  }

  get status(): 400 | 401 {
    return this.because === 'unreadable' ? 400 : 401;
  }
}
