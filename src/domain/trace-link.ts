import { addressFault } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';
import { addressParts } from './address-parts.ts';
import { readQualifiers } from './address-path.ts';
import type { PathPair } from './address-path.ts';
import { readQuery } from './address-query.ts';
import type { AddressQuery } from './address-query.ts';
import { tracePath } from './pack-address.ts';
import type { CodeAddress } from './pack-address.ts';
import { decodePathValue } from './percent-code.ts';
import { parseTraceCode } from './trace-code.ts';

/** The address of a pack without a GTIN, taken apart and checked. */
export interface TraceLink extends CodeAddress, AddressQuery {
  kind: 'code';
  host: string | undefined;
  /** The code as issued, on our own domain, no query. */
  path: string;
}

/**
 * Reads `/t/{code}[/10/{lot}][/21/{serial}]`, on any domain but without a stem; the rules after the code and in the
 * query are those of a Digital Link. `/T/` is accepted: addresses in capitals make smaller QR symbols. Never throws.
 */
export function parseTraceLink(text: string): TraceLink | AddressFault {
  const parts = addressParts(text);
  if ('fault' in parts) return parts;
  const [first, rawCode, ...rest] = parts.segments;
  if ((first !== 't' && first !== 'T') || rawCode === undefined) return addressFault('no-code', 'path');
  const typed = decodePathValue(rawCode);
  if (typed === undefined) return addressFault('percent-encoding', 'code');
  const parsed = parseTraceCode(typed);
  if ('fault' in parsed) return parsed;
  const pairs = pairsOf(rest);
  if ('fault' in pairs) return pairs;
  const qualifiers = readQualifiers(pairs, ['lot', 'serial']);
  if ('fault' in qualifiers) return qualifiers;
  const query = readQuery(parts.query, pairs.map((pair) => pair.ai));
  if ('fault' in query) return query;
  const address: CodeAddress = { code: parsed.code, ...qualifiers };
  return { kind: 'code', ...address, host: parts.host, path: tracePath(address), ...query };
}

function pairsOf(segments: readonly string[]): readonly PathPair[] | AddressFault {
  const pairs: PathPair[] = [];
  for (let at = 0; at < segments.length; at += 2) {
    const ai = segments[at] ?? '';
    const raw = segments[at + 1];
    if (raw === undefined) return addressFault(/^[0-9]+$/.test(ai) ? 'empty-value' : 'unpaired', ai);
    pairs.push({ ai, raw });
  }
  return pairs;
}
