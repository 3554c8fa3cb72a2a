import { addressFault } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';
import { addressParts } from './address-parts.ts';
import { pairsFromKey, readPathValue, readQualifiers } from './address-path.ts';
import { readQuery } from './address-query.ts';
import type { AddressQuery } from './address-query.ts';
import { parseGtin } from './gtin.ts';
import { digitalLinkPath } from './pack-address.ts';
import type { GtinAddress } from './pack-address.ts';

/** A GS1 Digital Link that names a trade item, taken apart and checked. */
export interface DigitalLink extends GtinAddress, AddressQuery {
  kind: 'gtin';
  /** As written, with its port; undefined when only a path was given. It says nothing about who printed the code. */
  host: string | undefined;
  /** The same pack on our own domain: 14 digits, exact percent-encoding, no query. */
  path: string;
}

/**
 * Reads an address on any domain and below any stem, or a path with its query (GS1 Digital Link Standard: URI Syntax).
 * A slash at the end and GTINs of 8, 12 or 13 digits are tolerated. Keys without GTIN and compressed forms are refused.
 * AIs that need or exclude one another in the query (427 needs 422, 426 excludes it) are not compared. Never throws.
 */
export function parseDigitalLink(text: string): DigitalLink | AddressFault {
  const parts = addressParts(text);
  if ('fault' in parts) return parts;
  const pairs = pairsFromKey(parts.segments);
  if ('fault' in pairs) return pairs;
  const [key, ...rest] = pairs;
  if (key === undefined || key.ai !== '01') return addressFault('other-key', key?.ai ?? 'path');
  const gtin14 = readGtin(key.raw);
  if (typeof gtin14 !== 'string') return gtin14;
  const qualifiers = readQualifiers(rest, ['tpx', 'cpv', 'lot', 'serial']);
  if ('fault' in qualifiers) return qualifiers;
  const query = readQuery(parts.query, pairs.map((pair) => pair.ai));
  if ('fault' in query) return query;
  return { kind: 'gtin', gtin14, ...qualifiers, host: parts.host, path: digitalLinkPath({ gtin14, ...qualifiers }), ...query };
}

function readGtin(raw: string): string | AddressFault {
  const value = readPathValue('01', raw);
  if (typeof value !== 'string') return value;
  const gtin = parseGtin(value);
  if (typeof gtin !== 'string') return gtin.gtin14;
  if (gtin === 'length') return addressFault('gtin-length', '01');
  return addressFault(gtin === 'not-digits' ? 'value-digits' : gtin, '01');
}
