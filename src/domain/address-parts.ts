import { addressFault, LONGEST_ADDRESS } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';

export interface AddressParts {
  /** With its port, as written; undefined when the text is a path. */
  host: string | undefined;
  /** Still percent-encoded, without the slash that may end the path. */
  segments: readonly string[];
  /** Still percent-encoded, without its question mark. */
  query: string;
}

/** RFC 3986, section 2: every other character has to be percent-encoded. */
const NOT_IN_A_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/;
const ABSOLUTE = /^(?:https?|HTTPS?):\/\/([^/]*)(\/.*)?$/;
const NOT_IN_A_DOMAIN = /[_~?#@!$&'()*+,;=%]/;

/** An address, or a path with its query, taken apart. Never throws. */
export function addressParts(text: string): AddressParts | AddressFault {
  if (text.length > LONGEST_ADDRESS) return addressFault('too-long', 'address');
  if (NOT_IN_A_URI.test(text)) return addressFault('illegal-character', 'address');
  if (text.startsWith('/')) return pathParts(text, undefined);
  const [whole, host = '', rest = ''] = ABSOLUTE.exec(text) ?? [];
  if (whole === undefined) return addressFault('scheme', 'scheme');
  if (host === '' || NOT_IN_A_DOMAIN.test(host)) return addressFault('host', 'host');
  return pathParts(rest, host);
}

function pathParts(text: string, host: string | undefined): AddressParts {
  const [beforeFragment = ''] = text.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const segments = path.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  return { host, segments, query: mark < 0 ? '' : beforeFragment.slice(mark + 1) };
}
