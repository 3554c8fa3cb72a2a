import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../../src/server/env.ts';

const STRIPE = { PAYMENTS: 'stripe', STRIPE_SECRET_KEY: 'sk_1', STRIPE_WEBHOOK_SECRET: 'wh_1', STRIPE_ENTITY: 'Mẫu Pte. Ltd. (Singapore)' };
const TRIED = { ...STRIPE, STRIPE_SECRET_KEY: 'sk_test_1' };
const IMITATION = 'STRIPE_API_URL is for trying an imitation of Stripe on this machine alone, with a test key and a localhost SITE_URL, but';
const PUBLIC = 'https://ocop.example';

describe('settings that work', () => {
  test('nothing set: practice goods on this machine only', () => {
    expect(readEnvironment({})).toEqual({
      port: 4321,
      host: undefined,
      siteUrl: 'http://localhost:4321',
      dataDir: resolve('var'),
      migrateWithoutCopy: false,
      samples: true,
      payments: [],
      paymentSettings: {},
      stripeApiUrl: undefined,
      logLevel: 'info',
      cacheBytes: 256 * 1024 * 1024,
      watch: false,
      mailFrom: 'OCOP <ocop@localhost>',
      trustProxy: false,
      publishWebhookSecret: undefined,
      meilisearch: undefined,
    });
  });

  test.each([
    [{ PORT: '5000' }, { port: 5000, siteUrl: 'http://localhost:5000' }],
    [{ PORT: '', SITE_URL: '  ', PRACTICE_MODE: '', PAYMENTS: '' }, { port: 4321, siteUrl: 'http://localhost:4321', samples: true }],
    [{ SITE_URL: `${PUBLIC}/` }, { siteUrl: PUBLIC, samples: false }],
    [{ SITE_URL: 'http://127.0.0.1:8080' }, { siteUrl: 'http://127.0.0.1:8080', samples: true }],
    [{ SITE_URL: 'http://[::1]:8080', PRACTICE_MODE: 'off' }, { samples: false }],
    [{ SITE_URL: 'http://ocop.localhost', PRACTICE_MODE: 'on' }, { samples: true }],
    [{ SITE_URL: 'https://localhost.example' }, { samples: false }],
    [{ SITE_URL: 'https://127.0.0.1.example' }, { samples: false }],
    [STRIPE, { payments: ['stripe'], samples: false }],
    [{ ...STRIPE, PRACTICE_MODE: 'off', SITE_URL: PUBLIC }, { payments: ['stripe'], samples: false }],
    [{ PAYMENTS: ' sepay , sepay', SEPAY_WEBHOOK_SECRET: ' s ', CASSO_WEBHOOK_SECRET: 'unused' }, { payments: ['sepay'], paymentSettings: { SEPAY_WEBHOOK_SECRET: 's' } }],
    [{ MIGRATE_WITHOUT_COPY: 'on' }, { migrateWithoutCopy: true }],
    [{ ...TRIED, STRIPE_API_URL: 'http://127.0.0.1:12111/' }, { stripeApiUrl: 'http://127.0.0.1:12111' }],
    [{ ...TRIED, STRIPE_SECRET_KEY: 'rk_test_1', STRIPE_API_URL: 'http://localhost:12111', SITE_URL: 'http://127.0.0.1:4321' }, { stripeApiUrl: 'http://localhost:12111' }],
    [{ STRIPE_API_URL: 'http://127.0.0.1:12111' }, { stripeApiUrl: undefined, samples: true }],
    [{ PAYMENTS: 'vietqr' }, { payments: ['vietqr'], paymentSettings: {}, samples: false }],
    [{ PAYMENTS: 'payos,casso', PAYOS_CHECKSUM_KEY: 'p', CASSO_WEBHOOK_SECRET: 'c' }, { payments: ['payos', 'casso'], paymentSettings: { PAYOS_CHECKSUM_KEY: 'p', CASSO_WEBHOOK_SECRET: 'c' } }],
    [{ WATCH: 'on', PUBLISH_WEBHOOK_SECRET: ' 0123456789abcdef ' }, { watch: true, publishWebhookSecret: '0123456789abcdef' }],
    [{ PUBLISH_WEBHOOK: 'on', PUBLISH_WEBHOOK_SECRET: '0123456789abcdef' }, { publishWebhookSecret: '0123456789abcdef' }],
    [{ PUBLISH_WEBHOOK: 'off', PUBLISH_WEBHOOK_SECRET: 'short' }, { publishWebhookSecret: undefined }],
    [{ PUBLISH_WEBHOOK_SECRET: '' }, { publishWebhookSecret: undefined }],
    [{ CONTENT_DIR: '/srv/ho-so/content/', TRUST_PROXY: 'on' }, { contentDir: '/srv/ho-so/content', trustProxy: true }],
    [{ SMTP_URL: 'smtp://a:b@mail.example:587', MAIL_FROM: 'OCOP <ocop@example.vn>', OFFICE_EMAIL: 'vp@example.vn' }, { smtpUrl: 'smtp://a:b@mail.example:587', mailFrom: 'OCOP <ocop@example.vn>', officeEmail: 'vp@example.vn' }],
    [{ DATABASE_URL: 'postgres://a:b@db/ocop', SITE_URL: PUBLIC }, { databaseUrl: 'postgres://a:b@db/ocop', mailFrom: 'OCOP <ocop@ocop.example>' }],
    [{ MEILI_URL: 'http://127.0.0.1:7700/', MEILI_ADMIN_KEY: ' k ' }, { meilisearch: { url: 'http://127.0.0.1:7700', adminKey: 'k', index: 'ocop-products' } }],
    [{ MEILI_URL: 'https://search.example/ms', MEILI_ADMIN_KEY: 'k', MEILI_INDEX: 'ha-tinh' }, { meilisearch: { url: 'https://search.example/ms', adminKey: 'k', index: 'ha-tinh' } }],
    [{ MEILI_URL: ' ', MEILI_ADMIN_KEY: 'k' }, { meilisearch: undefined }],
    [{ DATA_DIR: '/srv/ocop', CACHE_MB: '64', LOG_LEVEL: 'warn' }, { dataDir: resolve('/srv/ocop'), cacheBytes: 64 * 1024 * 1024, logLevel: 'warn' }],
  ])('%j', (variables, expected) => {
    expect(readEnvironment(variables)).toMatchObject(expected);
  });
});

describe('settings that refuse to boot, in one sentence', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT ("http") is not a port; give a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT ("70000") is not a port; give a whole number from 0 to 65535.'],
    [{ SITE_URL: 'ocop.example' }, 'SITE_URL ("ocop.example") is not the address of a site; write it as https://ocop.example without a path.'],
    [{ SITE_URL: 'https://ocop.example/vi' }, 'SITE_URL ("https://ocop.example/vi") is not the address of a site; write it as https://ocop.example without a path.'],
    [{ SITE_URL: 'ftp://ocop.example' }, 'SITE_URL ("ftp://ocop.example") is not the address of a site; write it as https://ocop.example without a path.'],
    [{ PRACTICE_MODE: 'yes' }, 'PRACTICE_MODE ("yes") is neither on nor off; write one of them or remove it.'],
    [
      { PRACTICE_MODE: 'on', SITE_URL: PUBLIC },
      'PRACTICE_MODE=on would show fictional goods on a public site (SITE_URL is https://ocop.example): remove PRACTICE_MODE, or set SITE_URL to a localhost address.',
    ],
    [{ ...STRIPE, PRACTICE_MODE: 'on' }, 'PRACTICE_MODE=on would sell fictional goods for real money (PAYMENTS is stripe): remove PRACTICE_MODE or PAYMENTS.'],
    [
      { ...STRIPE, STRIPE_WEBHOOK_SECRET: ' ' },
      'STRIPE_WEBHOOK_SECRET is missing or blank, but PAYMENTS switches stripe on: set STRIPE_WEBHOOK_SECRET, or take stripe out of PAYMENTS.',
    ],
    [{ PAYMENTS: 'sepay' }, 'SEPAY_WEBHOOK_SECRET is missing or blank, but PAYMENTS switches sepay on: set SEPAY_WEBHOOK_SECRET, or take sepay out of PAYMENTS.'],
    [{ PAYMENTS: 'payos', PAYOS_CHECKSUM_KEY: '  ' }, 'PAYOS_CHECKSUM_KEY is missing or blank, but PAYMENTS switches payos on: set PAYOS_CHECKSUM_KEY, or take payos out of PAYMENTS.'],
    [{ PAYMENTS: 'casso', CASSO_WEBHOOK_SECRET: '' }, 'CASSO_WEBHOOK_SECRET is missing or blank, but PAYMENTS switches casso on: set CASSO_WEBHOOK_SECRET, or take casso out of PAYMENTS.'],
    [{ ...STRIPE, STRIPE_ENTITY: '' }, 'STRIPE_ENTITY is missing or blank, but PAYMENTS switches stripe on: set STRIPE_ENTITY, or take stripe out of PAYMENTS.'],
    [{ ...TRIED, STRIPE_API_URL: 'http://127.0.0.1:1/v1' }, 'STRIPE_API_URL ("http://127.0.0.1:1/v1") is not the address of a server; write it as http://127.0.0.1:12111 without a path.'],
    [{ ...TRIED, STRIPE_API_URL: 'https://stripe.example' }, `${IMITATION} it is https://stripe.example, another machine: remove STRIPE_API_URL.`],
    [{ ...TRIED, STRIPE_API_URL: 'http://127.0.0.1:1', SITE_URL: PUBLIC }, `${IMITATION} SITE_URL is https://ocop.example: remove STRIPE_API_URL.`],
    [{ ...STRIPE, STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_API_URL: 'http://127.0.0.1:1' }, `${IMITATION} STRIPE_SECRET_KEY is no test key: remove STRIPE_API_URL.`],
    [{ WATCH: 'yes' }, 'WATCH ("yes") is neither on nor off; write one of them or remove it.'],
    [
      { PUBLISH_WEBHOOK: 'on', PUBLISH_WEBHOOK_SECRET: '  ' },
      'PUBLISH_WEBHOOK_SECRET is missing or blank, but PUBLISH_WEBHOOK is on: set PUBLISH_WEBHOOK_SECRET, or remove PUBLISH_WEBHOOK.',
    ],
    [{ PUBLISH_WEBHOOK_SECRET: 'short' }, 'PUBLISH_WEBHOOK_SECRET is too short: give at least 16 characters, such as the output of "openssl rand -hex 32".'],
    [{ CONTENT_DIR: '/srv/ho-so' }, 'CONTENT_DIR ("/srv/ho-so") does not end in a folder named content; records are named by that.'],
    [{ SMTP_URL: 'mail.example:bi-mat' }, 'SMTP_URL is no address of a mail server; write it as smtp://user:password@host:587.'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM is missing or blank, but SMTP_URL sends real mail: set MAIL_FROM to a sender that this server may use, or remove SMTP_URL.'],
    [{ MAIL_FROM: 'OCOP' }, 'MAIL_FROM ("OCOP") is no sender; write it as OCOP <ocop@example.vn>.'],
    [{ OFFICE_EMAIL: 'vp' }, 'OFFICE_EMAIL ("vp") is no mail address.'],
    [{ DATABASE_URL: 'mysql://a:bi-mat@db' }, 'DATABASE_URL is no address of a PostgreSQL database; write it as postgres://user:password@host/name.'],
    [{ MEILI_URL: 'http://127.0.0.1:7700', MEILI_ADMIN_KEY: ' ' }, 'MEILI_ADMIN_KEY is missing or blank, but MEILI_URL switches Meilisearch on: set MEILI_ADMIN_KEY, or remove MEILI_URL.'],
    [{ MEILI_URL: '127.0.0.1:7700', MEILI_ADMIN_KEY: 'k' }, 'MEILI_URL ("127.0.0.1:7700") is not the address of a Meilisearch server; write it as http://127.0.0.1:7700.'],
    [{ MEILI_INDEX: 'sản phẩm' }, 'MEILI_INDEX ("sản phẩm") is no name of an index; use letters, digits, "-" and "_".'],
    [{ PAYMENTS: 'paypal' }, 'PAYMENTS ("paypal") names "paypal", which is no way to pay here; choose from vietqr, sepay, payos, casso, stripe.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL ("loud") is unknown; choose one of debug, info, warn, error, silent.'],
    [{ CACHE_MB: '0' }, 'CACHE_MB ("0") is not a size; give whole megabytes from 1 to 65536.'],
  ])('%j', (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(new EnvironmentError(sentence));
  });

  test('all faults are named at once', () => {
    expect(() => readEnvironment({ PORT: 'x', CACHE_MB: 'y' })).toThrow(/^PORT .*\nCACHE_MB /);
  });
});

test('.env.example documents every variable, and nothing that does not exist', () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const documented = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  const known = [...read('src/server/env.ts').matchAll(/^ {2}([A-Z_]+): optional\(/gm)].map((match) => match[1]);
  expect(documented.sort()).toEqual(known.sort());
});
