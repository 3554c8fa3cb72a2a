import { basename, resolve } from 'node:path';
import { z } from 'zod';

/** The site's settings, checked and ready. Every variable is described in .env.example. */
export interface Environment {
  port: number;
  host: string | undefined;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Absolute path of the records; the folder is named `content`. Undefined: that of the project. */
  contentDir: string | undefined;
  /** Undefined: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** Its tables may change without a copy before, where pg_dump is missing. */
  migrateWithoutCopy: boolean;
  /** Undefined: mail is written to files. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Who is reminded of stars that end soon, and told of new reports and declared lots; undefined: nobody. */
  officeEmail: string | undefined;
  /** A proxy in front says in X-Forwarded-For who the visitor is. */
  trustProxy: boolean;
  /** Practice goods (content/samples) are loaded and marked "dữ liệu minh hoạ". */
  samples: boolean;
  payments: readonly PaymentProvider[];
  /** What the providers in `payments` need; nothing else is in it. */
  paymentSettings: PaymentSettings;
  /** Where an imitation of Stripe listens, without a slash at its end; undefined: Stripe itself is asked. */
  stripeApiUrl: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  cacheBytes: number;
  /** The server publishes by itself when content/ changes, too, not only when a day begins. */
  watch: boolean;
  /** Undefined: `POST /api/publish` does not exist. */
  publishWebhookSecret: string | undefined;
  /** Undefined: only the embedded engine searches. */
  meilisearch: MeilisearchSettings | undefined;
}

/** The Meilisearch server beside the site; everything in `index` and `<index>_next` there belongs to the site. */
export interface MeilisearchSettings {
  /** Without a slash at its end. */
  url: string;
  /** Used for publishing and for making the key that searches; never leaves the server. */
  adminKey: string;
  index: string;
}

export type PaymentProvider = keyof typeof PAYMENT_SECRETS;

export type PaymentSettings = Readonly<Partial<Record<(typeof PAYMENT_SECRETS)[PaymentProvider][number], string>>>;

/** Settings that cannot be worked with; the message has one sentence a line. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * What each way of taking real money needs before it may be switched on. `vietqr`: transfers that are found in bank
 * statements only; sepay, payos and casso bring transfers along and tell of them at once. Stripe opens no accounts in
 * Việt Nam: STRIPE_ENTITY names the company abroad that has one.
 */
const PAYMENT_SECRETS = {
  vietqr: [],
  sepay: ['SEPAY_WEBHOOK_SECRET'],
  payos: ['PAYOS_CHECKSUM_KEY'],
  casso: ['CASSO_WEBHOOK_SECRET'],
  stripe: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_ENTITY'],
} as const satisfies Record<string, readonly string[]>;

const PROVIDERS = Object.keys(PAYMENT_SECRETS) as PaymentProvider[];

/** A blank line in .env means the same as no line. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());

const onOrOff = z.enum(['on', 'off'], 'is neither on nor off; write one of them or remove it');

const wholeNumber = (least: number, most: number, what: string) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, what)
    .transform(Number);

const schema = z.object({
  PORT: optional(wholeNumber(0, 65535, 'is not a port; give a whole number from 0 to 65535')),
  HOST: optional(z.string()),
  SITE_URL: optional(z.string().transform(toOrigin('is not the address of a site; write it as https://ocop.example without a path'))),
  DATA_DIR: optional(z.string()),
  CONTENT_DIR: optional(z.string().refine((path) => basename(resolve(path)) === 'content', 'does not end in a folder named content; records are named by that')),
  DATABASE_URL: optional(z.string().regex(/^postgres(?:ql)?:\/\//, 'is no address of a PostgreSQL database; write it as postgres://user:password@host/name')),
  MIGRATE_WITHOUT_COPY: optional(onOrOff),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/[^\s/]+/, 'is no address of a mail server; write it as smtp://user:password@host:587')),
  MAIL_FROM: optional(z.string().regex(/^(?:[^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'is no sender; write it as OCOP <ocop@example.vn>')),
  OFFICE_EMAIL: optional(z.email('is no mail address')),
  TRUST_PROXY: optional(onOrOff),
  PRACTICE_MODE: optional(onOrOff),
  PAYMENTS: optional(z.string().transform(toProviders)),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `is unknown; choose one of ${LOG_LEVELS.join(', ')}`)),
  CACHE_MB: optional(wholeNumber(1, 65536, 'is not a size; give whole megabytes from 1 to 65536')),
  WATCH: optional(onOrOff),
  PUBLISH_WEBHOOK: optional(onOrOff),
  PUBLISH_WEBHOOK_SECRET: optional(z.string().trim()),
  MEILI_URL: optional(z.string().transform(toServerUrl)),
  MEILI_ADMIN_KEY: optional(z.string().trim()),
  MEILI_INDEX: optional(z.string().regex(/^[a-zA-Z0-9_-]{1,100}$/, 'is no name of an index; use letters, digits, "-" and "_"')),
  SEPAY_WEBHOOK_SECRET: optional(z.string().trim()),
  PAYOS_CHECKSUM_KEY: optional(z.string().trim()),
  CASSO_WEBHOOK_SECRET: optional(z.string().trim()),
  STRIPE_SECRET_KEY: optional(z.string().trim()),
  STRIPE_WEBHOOK_SECRET: optional(z.string().trim()),
  STRIPE_ENTITY: optional(z.string().trim()),
  STRIPE_API_URL: optional(z.string().transform(toOrigin('is not the address of a server; write it as http://127.0.0.1:12111 without a path'))),
});

type Variables = z.infer<typeof schema>;

/** Throws {@link EnvironmentError} with everything that is wrong, a sentence each naming the variable and the way out. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => sentenceOf(issue, variables)).join('\n'));
  const found = parsed.data;
  const port = found.PORT ?? 4321;
  const siteUrl = found.SITE_URL ?? `http://localhost:${port}`;
  const payments = found.PAYMENTS ?? [];
  const refusals = [...missingSecrets(payments, found), ...mailRefusals(found), ...webhookRefusals(found), ...searchRefusals(found), ...imitationRefusals(found, siteUrl), ...practiceRefusals(found, siteUrl, payments)];
  if (refusals.length > 0) throw new EnvironmentError(refusals.join('\n'));
  return {
    port,
    host: found.HOST,
    siteUrl,
    dataDir: resolve(found.DATA_DIR ?? 'var'),
    contentDir: found.CONTENT_DIR === undefined ? undefined : resolve(found.CONTENT_DIR),
    databaseUrl: found.DATABASE_URL,
    migrateWithoutCopy: found.MIGRATE_WITHOUT_COPY === 'on',
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM ?? `OCOP <ocop@${new URL(siteUrl).hostname}>`,
    officeEmail: found.OFFICE_EMAIL,
    trustProxy: found.TRUST_PROXY === 'on',
    samples: found.PRACTICE_MODE === undefined ? isLocal(siteUrl) && payments.length === 0 : found.PRACTICE_MODE === 'on',
    payments,
    paymentSettings: settingsOf(payments, found),
    stripeApiUrl: payments.includes('stripe') ? found.STRIPE_API_URL : undefined,
    logLevel: found.LOG_LEVEL ?? 'info',
    cacheBytes: (found.CACHE_MB ?? 256) * 1024 * 1024,
    watch: found.WATCH === 'on',
    publishWebhookSecret: found.PUBLISH_WEBHOOK === 'off' ? undefined : found.PUBLISH_WEBHOOK_SECRET,
    meilisearch: found.MEILI_URL === undefined ? undefined : { url: found.MEILI_URL, adminKey: found.MEILI_ADMIN_KEY as string, index: found.MEILI_INDEX ?? 'ocop-products' },
  };
}

function missingSecrets(payments: readonly PaymentProvider[], found: Variables): string[] {
  return payments.flatMap((provider) =>
    PAYMENT_SECRETS[provider]
      .filter((name) => found[name] === undefined)
      .map((name) => `${name} is missing or blank, but PAYMENTS switches ${provider} on: set ${name}, or take ${provider} out of PAYMENTS.`),
  );
}

function settingsOf(payments: readonly PaymentProvider[], found: Variables): PaymentSettings {
  return Object.fromEntries(payments.flatMap((provider) => PAYMENT_SECRETS[provider].map((name) => [name, found[name]] as const)));
}

function mailRefusals({ SMTP_URL: server, MAIL_FROM: sender }: Variables): string[] {
  return server !== undefined && sender === undefined ? ['MAIL_FROM is missing or blank, but SMTP_URL sends real mail: set MAIL_FROM to a sender that this server may use, or remove SMTP_URL.'] : [];
}

/** A secret that can be guessed lets anybody make the server work. */
const SHORTEST_WEBHOOK_SECRET = 16;

function webhookRefusals({ PUBLISH_WEBHOOK: wanted, PUBLISH_WEBHOOK_SECRET: secret }: Variables): string[] {
  if (wanted === 'on' && secret === undefined) {
    return ['PUBLISH_WEBHOOK_SECRET is missing or blank, but PUBLISH_WEBHOOK is on: set PUBLISH_WEBHOOK_SECRET, or remove PUBLISH_WEBHOOK.'];
  }
  if (wanted !== 'off' && secret !== undefined && secret.length < SHORTEST_WEBHOOK_SECRET) {
    return [`PUBLISH_WEBHOOK_SECRET is too short: give at least ${SHORTEST_WEBHOOK_SECRET} characters, such as the output of "openssl rand -hex 32".`];
  }
  return [];
}

function searchRefusals({ MEILI_URL: server, MEILI_ADMIN_KEY: key }: Variables): string[] {
  return server !== undefined && key === undefined ? ['MEILI_ADMIN_KEY is missing or blank, but MEILI_URL switches Meilisearch on: set MEILI_ADMIN_KEY, or remove MEILI_URL.'] : [];
}

/** A real key goes to nobody but Stripe, and no public shop takes an imitation's word that money came. */
function imitationRefusals({ STRIPE_API_URL: server, STRIPE_SECRET_KEY: key }: Variables, siteUrl: string): string[] {
  if (server === undefined) return [];
  const isTest = key === undefined || /^(?:sk|rk)_test_/.test(key);
  if (isLocal(server) && isLocal(siteUrl) && isTest) return [];
  const found = !isLocal(server) ? `it is ${server}, another machine` : !isLocal(siteUrl) ? `SITE_URL is ${siteUrl}` : 'STRIPE_SECRET_KEY is no test key';
  return [`STRIPE_API_URL is for trying an imitation of Stripe on this machine alone, with a test key and a localhost SITE_URL, but ${found}: remove STRIPE_API_URL.`];
}

function practiceRefusals(found: Variables, siteUrl: string, payments: readonly PaymentProvider[]): string[] {
  if (found.PRACTICE_MODE !== 'on') return [];
  if (!isLocal(siteUrl)) {
    return [`PRACTICE_MODE=on would show fictional goods on a public site (SITE_URL is ${siteUrl}): remove PRACTICE_MODE, or set SITE_URL to a localhost address.`];
  }
  if (payments.length > 0) {
    return [`PRACTICE_MODE=on would sell fictional goods for real money (PAYMENTS is ${payments.join(',')}): remove PRACTICE_MODE or PAYMENTS.`];
  }
  return [];
}

/** An address that only this machine can open. */
export function isLocal(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function toOrigin(otherwise: string) {
  return (text: string, context: z.RefinementCtx): string => {
    const url = URL.parse(text);
    if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username === '') return url.origin;
    context.addIssue(otherwise);
    return z.NEVER;
  };
}

/** A path is fine: the server may stand behind a proxy. */
function toServerUrl(text: string, context: z.RefinementCtx): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.search + url.hash + url.username + url.password === '') return url.href.replace(/\/+$/, '');
  context.addIssue('is not the address of a Meilisearch server; write it as http://127.0.0.1:7700');
  return z.NEVER;
}

function toProviders(text: string, context: z.RefinementCtx): PaymentProvider[] {
  const names = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.find((name) => !(PROVIDERS as string[]).includes(name));
  if (unknown === undefined) return [...new Set(names as PaymentProvider[])];
  context.addIssue(`names "${unknown}", which is no way to pay here; choose from ${PROVIDERS.join(', ')}`);
  return z.NEVER;
}

/** These hold passwords. */
const SECRETS = new Set(['DATABASE_URL', 'SMTP_URL']);

/** Values of secrets are never repeated. */
function sentenceOf(issue: z.core.$ZodIssue, variables: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  return SECRETS.has(name) ? `${name} ${issue.message}.` : `${name} (${JSON.stringify(variables[name])}) ${issue.message}.`;
}
