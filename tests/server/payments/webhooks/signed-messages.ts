import { createHmac } from 'node:crypto';
import { payosSignature } from '../../../../src/server/payments/webhooks/payos.ts';
import { sortedKeys } from '../../../../src/server/payments/webhooks/sorted-json.ts';

/** Messages as the three services send them, signed by hand. */
export interface SentMessage {
  body: string;
  headers: Record<string, string>;
}

export const SECRETS = { sepay: 'khoa-sepay-de-thu-0001', casso: 'khoa-casso-de-thu-0002', payos: 'khoa-payos-de-thu-0003' };

const hmac = (algorithm: string, secret: string, text: string): string => createHmac(algorithm, secret).update(text).digest('hex');

export interface Movement {
  id: number;
  account: string;
  /** Below zero: out. */
  amount: number;
  content: string;
  reference: string;
  /** Milliseconds since 1970. */
  sentAt: number;
}

function vietnamTime(ms: number): string {
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function sepayMessage({ id, account, amount, content, reference, sentAt }: Movement, secret = SECRETS.sepay): SentMessage {
  const seconds = Math.floor(sentAt / 1000);
  const body = JSON.stringify({
    id,
    gateway: 'Vietcombank',
    transactionDate: vietnamTime(sentAt),
    accountNumber: account,
    code: null,
    content,
    transferType: amount > 0 ? 'in' : 'out',
    transferAmount: Math.abs(amount),
    accumulated: 19_077_000,
    subAccount: null,
    referenceCode: reference,
    description: '',
  });
  return { body, headers: { 'content-type': 'application/json', 'x-sepay-timestamp': String(seconds), 'x-sepay-signature': `sha256=${hmac('sha256', secret, `${seconds}.${body}`)}` } };
}

export function cassoMessage({ id, account, amount, content, reference, sentAt }: Movement, secret = SECRETS.casso): SentMessage {
  const message = { error: 0, data: { id, reference, description: content, amount, runningBalance: 25_000_000, transactionDateTime: vietnamTime(sentAt), accountNumber: account, bankName: 'VPBank', virtualAccountNumber: '', counterAccountName: 'NGUYEN VAN A' } };
  return { body: JSON.stringify(message), headers: { 'content-type': 'application/json', 'x-casso-signature': `t=${sentAt},v1=${hmac('sha512', secret, `${sentAt}.${JSON.stringify(sortedKeys(message))}`)}` } };
}

export function payosMessage({ id, account, amount, content, reference, sentAt }: Movement, secret = SECRETS.payos, currency = 'VND'): SentMessage {
  const data = { orderCode: id, amount, description: content, accountNumber: account, reference, transactionDateTime: vietnamTime(sentAt), currency, paymentLinkId: `link-${id}`, code: '00', desc: 'Thành công', counterAccountName: null };
  return { body: JSON.stringify({ code: '00', desc: 'success', success: true, data, signature: payosSignature(data, secret) }), headers: { 'content-type': 'application/json' } };
}
