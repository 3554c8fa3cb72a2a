import { LANGUAGES, ordersPath, practicePaymentPath, producerAnswerPath } from '../../paths.ts';

const BEFORE_KEYS = [producerAnswerPath(), practicePaymentPath(), ...LANGUAGES.map(ordersPath)];

/** An address as logs may name it: what follows in a producer's link, or in that of an order or a payment, is the key to it. */
export function loggedAddress(url: string): string {
  const before = BEFORE_KEYS.find((start) => url.startsWith(start));
  return before === undefined ? url : `${before}…`;
}
