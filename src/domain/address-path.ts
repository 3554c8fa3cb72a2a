import { addressFault } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';
import { faultOfValue, isApplicationIdentifier, isPrimaryKey } from './application-identifier.ts';
import { isDotSegment, QUALIFIER_AIS } from './pack-address.ts';
import type { Qualifier } from './pack-address.ts';
import { decodePathValue } from './percent-code.ts';

/** An AI and its value, still percent-encoded. */
export interface PathPair {
  ai: string;
  raw: string;
}

/**
 * The pairs from the key on. Read from the right: the last pair whose AI is a key begins the identifying part, and
 * what stands before it belongs to the site, whatever it looks like.
 */
export function pairsFromKey(segments: readonly string[]): readonly PathPair[] | AddressFault {
  const found = walkBack(segments);
  const last = segments.at(-1);
  if (!('fault' in found) || last === undefined || 'fault' in walkBack(segments.slice(0, -1))) return found;
  return addressFault(isApplicationIdentifier(last) ? 'empty-value' : 'unpaired', last);
}

/** The values after the key, decoded; `allowed` in the order in which they may follow. */
export function readQualifiers(
  pairs: readonly PathPair[],
  allowed: readonly Qualifier[],
): Partial<Record<Qualifier, string>> | AddressFault {
  const values: Partial<Record<Qualifier, string>> = {};
  let reached = -1;
  for (const { ai, raw } of pairs) {
    const place = allowed.findIndex((name) => QUALIFIER_AIS[name] === ai);
    const name = allowed[place];
    if (name === undefined) return addressFault(isApplicationIdentifier(ai) ? 'qualifier' : 'unknown-ai', ai);
    if (values[name] !== undefined) return addressFault('repeated', ai);
    if (place < reached || values.tpx !== undefined) return addressFault('qualifier-order', ai);
    const value = readPathValue(ai, raw);
    if (typeof value !== 'string') return value;
    values[name] = value;
    reached = place;
  }
  return values;
}

/** One decoded path value that is not empty. Its own rules are checked unless `ai` is a key. */
export function readPathValue(ai: string, raw: string): string | AddressFault {
  if (raw === '') return addressFault('empty-value', ai);
  const value = decodePathValue(raw);
  if (value === undefined) return addressFault('percent-encoding', ai);
  if (isDotSegment(value)) return addressFault('dot-segment', ai);
  const fault = isPrimaryKey(ai) ? undefined : faultOfValue(ai, value);
  return fault === undefined ? value : addressFault(fault, ai);
}

function walkBack(segments: readonly string[]): readonly PathPair[] | AddressFault {
  const pairs: PathPair[] = [];
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const ai = segments[at] ?? '';
    if (!isApplicationIdentifier(ai)) return /^[0-9]+$/.test(ai) ? addressFault('unknown-ai', ai) : addressFault('no-key', 'path');
    pairs.push({ ai, raw: segments[at + 1] ?? '' });
    if (isPrimaryKey(ai)) return pairs.reverse();
  }
  return addressFault('no-key', 'path');
}
