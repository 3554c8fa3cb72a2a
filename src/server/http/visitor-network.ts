import { isIPv6 } from 'node:net';

/** What stands for one subscriber: an IPv4 address, also as a socket for both kinds writes it, or the /64 that one subscriber has of IPv6. */
export function networkOf(written: string): string {
  const address = written.replace(/^::ffff:(?=\d{1,3}(?:\.\d{1,3}){3}$)/i, '');
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const parts = [head, tail].map((side) => side?.split(':').filter(Boolean) ?? []) as [string[], string[]];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts[0].length - parts[1].length);
  return [...parts[0], ...Array<string>(zeros).fill('0'), ...parts[1]].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':');
}
