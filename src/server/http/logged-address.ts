import { practicePaymentPath, producerAnswerPath } from '../../paths.ts';

/** An address as logs may name it: what follows in a producer's link, or in that of a payment, is the key to a form. */
export function loggedAddress(url: string): string {
  const before = [producerAnswerPath(), practicePaymentPath()].find((start) => url.startsWith(start));
  return before === undefined ? url : `${before}…`;
}
