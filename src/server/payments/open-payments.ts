import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Shop } from '../../catalogue/shop.ts';
import type { PaymentMethod } from '../../domain/order.ts';
import { waysToPay } from '../../domain/payment-ways.ts';
import type { Words } from '../../importing/words.ts';
import type { PracticePaymentView } from '../../publish/practice-payment-view.ts';
import type { Database } from '../db/database.ts';
import type { Environment } from '../env.ts';
import type { WebDoor } from '../http/web-door.ts';
import type { EventParts } from '../orders/order-events.ts';
import { applyPayment, type PaymentOutcome } from './apply-payment.ts';
import { assignPayment, forgetWords } from './assign-payment.ts';
import { applyStatement, type StatementReport } from './bank-statement/apply-statement.ts';
import { plainAccount } from './bank-reference.ts';
import { lookAfterSessions } from './look-after-sessions.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { paymentWebhookDoor } from './payment-webhook-door.ts';
import { practiceDoor } from './practice/practice-door.ts';
import { practicePage, practiceProvider, refusePractice } from './practice/practice-provider.ts';
import { practiceSecret } from './practice/practice-secret.ts';
import { practiceWebhook } from './practice/practice-webhook.ts';
import { startedSessions } from './started-sessions.ts';
import { openStripe } from './stripe/stripe-client.ts';
import { stripeProvider } from './stripe/stripe-provider.ts';
import { stripeWebhook } from './stripe/stripe-webhook.ts';
import type { ToldPayment } from './told-payment.ts';
import { vietQrProvider } from './vietqr/vietqr-provider.ts';
import { cassoWebhook } from './webhooks/casso.ts';
import type { PaymentWebhook } from './webhooks/payment-webhook.ts';
import { payosWebhook } from './webhooks/payos.ts';
import { sepayWebhook } from './webhooks/sepay.ts';

export interface PaymentsParts {
  db: Database;
  /** `samples`: practice mode, in which payments are pretended. */
  settings: Pick<Environment, 'payments' | 'paymentSettings' | 'siteUrl' | 'dataDir' | 'samples'> & Partial<Pick<Environment, 'stripeApiUrl'>>;
  catalogue(): Promise<Catalogue>;
  eventParts(): EventParts;
  render(path: string, view: PracticePaymentView): Promise<Response>;
  now: () => number;
  onError: (error: unknown, what: string) => void;
}

/** All ways in which money comes and goes, for as long as a server runs. */
export interface Payments {
  doors: readonly WebDoor[];
  /** The ways to pay that this shop offers now, the usual one first, and who takes them; cash has nobody. */
  of(shop: Pick<Shop, 'seller'>): { methods: readonly PaymentMethod[]; provider(method: PaymentMethod): PaymentProvider | undefined };
  /** A bank statement that a clerk dropped in; it is that of the seller's account. */
  applyStatement(file: { bytes: Uint8Array; name: string }): Promise<StatementReport | { refusal: Words }>;
  /** Money of a review is for this order; a sentence when it cannot be. */
  assign(said: { taskId: number; orderId: string; who: string }): Promise<string | undefined>;
  /** A clerk paid back by hand; `key` names this refund. True also when the bank told of it already. */
  paidBack(said: { orderId: string; dong: number; key: string }): Promise<boolean>;
  /** Pays back through the provider where it can; `by-hand` where a person must. `key` as for `paidBack`. */
  payBack(said: { orderId: string; dong: number; key: string }): Promise<'done' | 'by-hand'>;
  /** Asks providers for what may have got lost, and ends pages of orders that are over. */
  look(): Promise<void>;
  /** Deletes what transfers say from reviews that were done so many days ago. */
  forget(afterDays: number): Promise<void>;
  /** Waits for the look under way, and begins no other. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5 * 60_000;

export async function openPayments(parts: PaymentsParts): Promise<Payments> {
  const { db, settings, catalogue, now, onError } = parts;
  const practice = settings.samples ? await openPractice(parts) : undefined;
  const stripe = settings.payments.includes('stripe') ? openCards(parts) : undefined;
  const bankAccount = async (): Promise<string | undefined> => (await catalogue()).shop.seller?.bank?.account;
  const apply = async (told: ToldPayment): Promise<PaymentOutcome> => {
    const account = await bankAccount();
    return applyPayment(db, told, { ...parts.eventParts(), account: account && plainAccount(account) });
  };
  const webhooks = [...transferWebhooks(settings), ...(stripe === undefined ? [] : [stripe.webhook]), ...(practice === undefined ? [] : [practice.webhook])];
  const receive = async (told: readonly ToldPayment[]): Promise<void> => {
    for (const one of told) await apply(one);
  };
  const paidBack: Payments['paidBack'] = async ({ orderId, dong, key }) => {
    const name = `hand:${key}`;
    const outcome = await apply({ provider: 'vietqr', eventId: name, bankReference: name, kind: 'refunded', amountDong: dong, currency: 'VND', reference: orderId, at: new Date(now()).toISOString() });
    return outcome === 'refunded' || outcome === 'refund-confirmed' || outcome === 'known';
  };
  const look = async (): Promise<void> => {
    if (stripe !== undefined) await lookAfterSessions({ db, provider: stripe.provider, apply, now: now(), onError });
  };
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= look()
      .catch((error: unknown) => onError(error, 'looking for payments that were not told of'))
      .finally(() => {
        underWay = undefined;
      });
  }, LOOK_EVERY_MS).unref();
  const transfers = practice !== undefined || settings.payments.some((name) => name !== 'stripe');

  return {
    doors: [paymentWebhookDoor({ webhooks, receive, now, onError }), ...(practice === undefined ? [] : [practice.door])],
    of({ seller }) {
      const setUp = { seller: seller && { sample: seller.sample, hasBank: seller.bank !== undefined }, transfers, cards: stripe !== undefined, practice: practice !== undefined };
      const methods = waysToPay(setUp);
      const providers: Partial<Record<PaymentMethod, PaymentProvider | undefined>> = {
        vietqr: seller?.bank && vietQrProvider(seller.bank, practice?.page),
        stripe: stripe?.provider,
        practice: practice?.provider,
      };
      return { methods, provider: (method) => (methods.includes(method) ? providers[method] : undefined) };
    },
    async applyStatement(file) {
      const account = await bankAccount();
      return account === undefined ? { refusal: NO_ACCOUNT } : applyStatement(file, account, apply);
    },
    assign: async (said) => assignPayment(db, said, { ...parts.eventParts(), account: undefined }),
    paidBack,
    async payBack(said) {
      if ((await stripe?.provider.refund?.({ id: said.orderId }, said.dong, said.key)) !== 'done') return 'by-hand';
      await paidBack(said);
      return 'done';
    },
    look,
    async forget(afterDays) {
      await forgetWords(db, now() - afterDays * 24 * 3_600_000);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

const NO_ACCOUNT: Words = {
  vi: 'content/site.yaml chưa ghi tài khoản ngân hàng của bên bán (seller: bank:): chưa biết sao kê này của ai.',
  en: 'content/site.yaml names no bank account of the seller (seller: bank:): nobody knows whose statement this is.',
};

function transferWebhooks({ paymentSettings: { SEPAY_WEBHOOK_SECRET: sepay, PAYOS_CHECKSUM_KEY: payos, CASSO_WEBHOOK_SECRET: casso } }: PaymentsParts['settings']): PaymentWebhook[] {
  return [...(sepay === undefined ? [] : [sepayWebhook(sepay)]), ...(payos === undefined ? [] : [payosWebhook(payos)]), ...(casso === undefined ? [] : [cassoWebhook(casso)])];
}

/** Secrets are there: `env.ts` refuses to start without them. */
function openCards({ db, settings: { paymentSettings, siteUrl, stripeApiUrl }, now }: PaymentsParts): { provider: PaymentProvider; webhook: PaymentWebhook } {
  const stripe = openStripe({ secretKey: paymentSettings.STRIPE_SECRET_KEY as string, apiUrl: stripeApiUrl });
  return { provider: stripeProvider({ stripe, sessions: startedSessions(db, now), siteUrl, entity: paymentSettings.STRIPE_ENTITY, now }), webhook: stripeWebhook(stripe, paymentSettings.STRIPE_WEBHOOK_SECRET as string) };
}

async function openPractice({ settings, render, now, onError }: PaymentsParts): Promise<{ door: WebDoor; webhook: PaymentWebhook; provider: PaymentProvider; page: (order: Parameters<typeof practicePage>[0]) => string }> {
  refusePractice(settings);
  const secret = await practiceSecret(settings.dataDir);
  return {
    door: practiceDoor({ secret, siteUrl: settings.siteUrl, now, render, onError }),
    webhook: practiceWebhook(secret),
    provider: practiceProvider(secret),
    page: (order) => practicePage(order, secret),
  };
}
