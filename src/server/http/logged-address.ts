import { producerAnswerPath } from '../../paths.ts';

/** An address as logs may name it: what follows in a producer's link is the key to a form. */
export function loggedAddress(url: string): string {
  const before = producerAnswerPath();
  return url.startsWith(before) ? `${before}…` : url;
}
