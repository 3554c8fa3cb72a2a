import { createHash, createHmac } from 'node:crypto';

/**
 * The links of orders. A token is 128 bits of HMAC-SHA256 over the order's id, which is random itself: whoever holds only
 * the database, or only the key, cannot make one, and a mail sent later carries the same link without its being stored.
 */
export interface OrderTokens {
  /** 22 characters for `/don-hang/<token>/`. */
  ofOrder(orderId: string): string;
  /** For `/chu-the-tra-loi/<token>/`: one producer's part of an order. */
  ofProducer(orderId: string, producerId: string): string;
  /** Digest of a request that says who ordered what; without the key it tells nothing. */
  digestOf(text: string): string;
}

const TOKEN_BYTES = 16;
const TOKEN = /^[\w-]{22}$/;

/** @throws RangeError for a key of fewer than 32 bytes. */
export function orderTokens(key: Uint8Array): OrderTokens {
  if (key.length < 32) throw new RangeError('the key of order links takes 32 bytes');
  const hmac = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const token = (text: string): string => hmac(text).subarray(0, TOKEN_BYTES).toString('base64url');
  return {
    ofOrder: (orderId) => token(`order\0${orderId}`),
    ofProducer: (orderId, producerId) => token(`producer\0${orderId}\0${producerId}`),
    digestOf: (text) => hmac(`request\0${text}`).toString('hex'),
  };
}

/** What stands in the database for a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a text can be a token at all; nothing is asked of the database for one that cannot. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
