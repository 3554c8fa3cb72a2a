import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacterOf } from '../../../../src/domain/trace-code.ts';
import { cassoWebhook } from '../../../../src/server/payments/webhooks/casso.ts';
import { payosSignature, payosWebhook } from '../../../../src/server/payments/webhooks/payos.ts';
import { WebhookRefused, type PaymentWebhook } from '../../../../src/server/payments/webhooks/payment-webhook.ts';
import { sepayWebhook } from '../../../../src/server/payments/webhooks/sepay.ts';
import { jsonForms } from '../../../../src/server/payments/webhooks/sorted-json.ts';
import { cassoMessage, payosMessage, SECRETS, sepayMessage, type Movement, type SentMessage } from './signed-messages.ts';

const NOW = Date.parse('2026-11-28T05:00:00Z');
const CODE = `OCOP7K3M9QX2${checkCharacterOf('7K3M9QX2')}`;
const MOVEMENT: Movement = { id: 92_704, account: '0011012345678', amount: 250_000, content: `MBVCB.3278907687.${CODE}.CT tu 0123`, reference: 'MBVCB.3278907687', sentAt: NOW };

const read = (webhook: PaymentWebhook, { body, headers }: SentMessage, nowMs = NOW) => webhook.read(Buffer.from(body), new Headers(headers), nowMs);
async function refusal(webhook: PaymentWebhook, message: SentMessage, nowMs = NOW): Promise<string> {
  try {
    await read(webhook, message, nowMs);
    return 'taken';
  } catch (error) {
    if (error instanceof WebhookRefused) return error.because;
    throw error;
  }
}

const SERVICES: readonly [string, PaymentWebhook, (movement: Movement, secret?: string) => SentMessage][] = [
  ['sepay', sepayWebhook(SECRETS.sepay), sepayMessage],
  ['casso', cassoWebhook(SECRETS.casso), cassoMessage],
  ['payos', payosWebhook(SECRETS.payos), payosMessage],
];

describe.each(SERVICES)('%s', (name, webhook, sign) => {
  test('tells of one payment, with the code in its words', async () => {
    expect(await read(webhook, sign(MOVEMENT))).toEqual([
      {
        provider: 'vietqr',
        eventId: name === 'payos' ? 'payos:link-92704:MBVCB.3278907687' : `${name}:92704`,
        kind: 'paid',
        amountDong: 250_000,
        currency: 'VND',
        reference: CODE,
        account: '0011012345678',
        bankReference: '0011012345678:MBVCB.3278907687',
        at: new Date(NOW).toISOString(),
      },
    ]);
  });

  test('words without a code, or with two, are kept for a clerk', async () => {
    const other = `OCOP00000000${checkCharacterOf('00000000')}`;
    for (const content of ['NGUYEN VAN A chuyen tien mua mam', `${CODE} ${other}`]) {
      const [told] = await read(webhook, sign({ ...MOVEMENT, content }));
      expect(told).toMatchObject({ reference: undefined, words: content });
    }
  });

  test('another secret, no signature, no JSON', async () => {
    expect(await refusal(webhook, sign(MOVEMENT, 'another secret'))).toBe('wrong');
    expect(await refusal(webhook, { body: '{}', headers: {} })).toBe('missing');
    expect(await refusal(webhook, { ...sign(MOVEMENT), body: 'no json' })).toBe('wrong');
    expect(await refusal(webhook, { ...sign(MOVEMENT), body: '' })).toBe('wrong');
  });

  test('a signed message that is none of the known ones is unreadable', async () => {
    expect(await refusal(webhook, sign({ ...MOVEMENT, amount: 0.5 }))).toBe('unreadable');
    expect(await refusal(webhook, sign({ ...MOVEMENT, account: '' }))).toBe('unreadable');
    expect(await refusal(webhook, sign({ ...MOVEMENT, amount: 2 ** 60 }))).toBe('unreadable');
  });

  test('no changed amount, account or byte is taken', async () => {
    const good = sign(MOVEMENT);
    for (const [from, to] of [['250000', '250001'], ['250000', '25000'], ['0011012345678', '0011012345679'], [CODE, `OCOP00000000${checkCharacterOf('00000000')}`]] as const) {
      expect(await refusal(webhook, { ...good, body: good.body.replace(from, to) })).toBe('wrong');
    }
    const whole = JSON.stringify(JSON.parse(good.body));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.body.length - 1), fc.integer({ min: 33, max: 126 }), async (at, code) => {
        const body = good.body.slice(0, at) + String.fromCharCode(code) + good.body.slice(at + 1);
        const said = await refusal(webhook, { ...good, body });
        // Only what stands outside of the signed part may change without notice: payOS signs "data" alone.
        if (said === 'taken') expect(name === 'payos' ? JSON.stringify((JSON.parse(body) as { data: unknown }).data) : JSON.stringify(JSON.parse(body))).toBe(name === 'payos' ? JSON.stringify((JSON.parse(whole) as { data: unknown }).data) : whole);
      }),
      { numRuns: 400 },
    );
  });

  test('no body makes it throw anything but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), fc.dictionary(fc.constantFrom('x-sepay-signature', 'x-sepay-timestamp', 'x-casso-signature'), fc.constantFrom('t=1,v1=00', 'sha256=00', '1', 'é')), async (body, headers) => {
        expect(await refusal(webhook, { body, headers })).not.toBe('taken');
      }),
    );
  });

  test('a blank secret signs nothing', async () => {
    const blank = { sepay: sepayWebhook, casso: cassoWebhook, payos: payosWebhook }[name as 'sepay']('');
    await expect(read(blank, sign(MOVEMENT))).rejects.toThrow('blank secret');
  });
});

describe.each(SERVICES.filter(([name]) => name !== 'payos'))('%s', (name, webhook, sign) => {
  test('five minutes, to the second, both ways', async () => {
    const step = name === 'sepay' ? 1000 : 1;
    for (const [apart, expected] of [[300_000, 'taken'], [300_000 + step, 'stale'], [-300_000, 'taken'], [-300_000 - step, 'stale']] as const) {
      expect(await refusal(webhook, sign({ ...MOVEMENT, sentAt: NOW - apart }))).toBe(expected);
    }
  });

  test('money out is one paid back when it names an order, and nothing otherwise', async () => {
    expect(await read(webhook, sign({ ...MOVEMENT, amount: -90_000 }))).toMatchObject([{ kind: 'refunded', amountDong: 90_000, reference: CODE }]);
    expect(await read(webhook, sign({ ...MOVEMENT, amount: -90_000, content: 'tien dien' }))).toEqual([]);
  });
});

test('SePay: a signature over the body alone, and an API key, are refused', async () => {
  const { body, headers } = sepayMessage(MOVEMENT);
  const webhook = sepayWebhook(SECRETS.sepay);
  expect(await refusal(webhook, { body, headers: { ...headers, 'x-sepay-timestamp': String(NOW / 1000 - 1) } })).toBe('wrong');
  expect(await refusal(webhook, { body, headers: { authorization: `Apikey ${SECRETS.sepay}` } })).toBe('missing');
});

/** The sample of https://payos.vn/docs/tich-hop-webhook/kiem-tra-du-lieu-voi-signature/ */
const PAYOS_KEY = '1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675';
const PAYOS_SIGNATURE = '412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03';
const PAYOS_DATA = {
  orderCode: 123,
  amount: 3000,
  description: 'VQRIO123',
  accountNumber: '12345678',
  reference: 'TF230204212323',
  transactionDateTime: '2023-02-04 18:25:00',
  currency: 'VND',
  paymentLinkId: '124c33293c43417ab7879e14c8d9eb18',
  code: '00',
  desc: 'Thành công',
  counterAccountBankId: '',
  counterAccountBankName: '',
  counterAccountName: '',
  counterAccountNumber: '',
  virtualAccountName: '',
  virtualAccountNumber: '',
};

test('payOS: the documented sample fits, and is no payment of anybody', async () => {
  expect(payosSignature(PAYOS_DATA, PAYOS_KEY)).toBe(PAYOS_SIGNATURE);
  const body = (data: object): string => JSON.stringify({ code: '00', desc: 'success', success: true, data, signature: PAYOS_SIGNATURE });
  const webhook = payosWebhook(PAYOS_KEY);
  expect(await read(webhook, { body: body(PAYOS_DATA), headers: {} })).toEqual([]);
  expect(await refusal(webhook, { body: body({ ...PAYOS_DATA, amount: 3001 }), headers: {} })).toBe('wrong');
  expect(payosSignature({ a: null, b: 'null', c: [{ y: 1, x: 2 }], d: 0 }, 'k')).toBe(payosSignature({ d: 0, c: [{ x: 2, y: 1 }], b: '', a: undefined }, 'k'));
});

test('payOS: another currency is told as it is', async () => {
  const [told] = await read(payosWebhook(SECRETS.payos), payosMessage(MOVEMENT, SECRETS.payos, 'USD'));
  expect(told).toMatchObject({ currency: 'USD', amountDong: 250_000 });
});

/** The PHP sample that Casso publishes. */
const CASSO_KEY = 'mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs';
const CASSO_SIGNATURE = 't=1727948258788,v1=ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7dde0868fc667faea8e224900fa7904e7c88dfa098032fb2d6b6996856e8b7ff3';
const CASSO_BODY = {
  error: 0,
  data: {
    id: 0,
    reference: 'MA_GIAO_DICH_THU_NGHIEM',
    description: 'giao dich thu nghiem',
    amount: 599000,
    runningBalance: 25000000,
    transactionDateTime: '2024-10-03 15:06:37',
    accountNumber: '88888888',
    bankName: 'VPBank',
    bankAbbreviation: 'VPB',
    virtualAccountNumber: '',
    virtualAccountName: '',
    counterAccountName: 'NGUYEN VAN A',
    counterAccountNumber: '8888888888',
    counterAccountBankId: '970415',
    counterAccountBankName: 'VietinBank',
  },
};

test('Casso: the published sample fits while it is fresh, whatever the order of its keys', async () => {
  const webhook = cassoWebhook(CASSO_KEY);
  const sent = { body: JSON.stringify(CASSO_BODY), headers: { 'x-casso-signature': CASSO_SIGNATURE } };
  expect(await read(webhook, sent, 1_727_948_258_788 + 1000)).toEqual([]);
  const shuffled = JSON.stringify({ data: Object.fromEntries(Object.entries(CASSO_BODY.data).reverse()), error: 0 }, undefined, 2);
  expect(await read(webhook, { ...sent, body: shuffled }, 1_727_948_258_788)).toEqual([]);
  expect(await refusal(webhook, sent, 1_727_948_258_788 + 300_001)).toBe('stale');
  expect(await refusal(webhook, { ...sent, body: sent.body.replace('599000', '599001') }, 1_727_948_258_788)).toBe('wrong');
});

test('Casso: what is signed may be written as JavaScript or as PHP writes it', () => {
  expect(jsonForms({ a: 'x/y', b: 'Đơn 🎁' })).toEqual(['{"a":"x/y","b":"Đơn 🎁"}', '{"a":"x\\/y","b":"\\u0110\\u01a1n \\ud83c\\udf81"}']);
  expect(jsonForms({ a: 1 })).toEqual(['{"a":1}']);
});
