import { faultOfValue } from './application-identifier.ts';
import { parseGtin } from './gtin.ts';
import { encodeValue } from './percent-code.ts';
import { parseTraceCode } from './trace-code.ts';
import type { TraceCode } from './trace-code.ts';

/** A pack by its GTIN. `tpx`, a third-party extension, excludes the other three. */
export interface GtinAddress {
  gtin14: string;
  /** Consumer product variant. */
  cpv?: string;
  lot?: string;
  serial?: string;
  tpx?: string;
}

/** A pack without a GTIN, by our own code. */
export interface CodeAddress {
  code: TraceCode;
  lot?: string;
  serial?: string;
}

export type PackAddress = GtinAddress | CodeAddress;
export type Qualifier = 'cpv' | 'lot' | 'serial' | 'tpx';

/** The AI of each qualifier, in the order of the path. */
export const QUALIFIER_AIS: Readonly<Record<Qualifier, string>> = { tpx: '235', cpv: '22', lot: '10', serial: '21' };

/**
 * `/01/09521234567899/10/L-7/21/A1`, without a slash at the end.
 * Throws a RangeError for a number or value that its own parser would refuse: such a path must never be printed.
 */
export function digitalLinkPath(address: GtinAddress): string {
  const { gtin14, tpx } = address;
  if (gtin14.length !== 14 || typeof parseGtin(gtin14) === 'string') throw new RangeError(`"${gtin14}" is no GTIN of 14 digits`);
  if (tpx !== undefined && (address.cpv ?? address.lot ?? address.serial) !== undefined) {
    throw new RangeError('a third-party extension (235) stands alone after the GTIN');
  }
  return `/01/${gtin14}${qualifierPath(address)}`;
}

/** `/t/7K2M9QX4TB/10/L-7`; throws a RangeError as {@link digitalLinkPath} does. */
export function tracePath(address: CodeAddress): string {
  const parsed = parseTraceCode(address.code);
  if ('fault' in parsed || parsed.code !== address.code) throw new RangeError(`"${address.code}" is no trace code`);
  return `/t/${address.code}${qualifierPath(address)}`;
}

export function packPath(address: PackAddress): string {
  return 'gtin14' in address ? digitalLinkPath(address) : tracePath(address);
}

/** `.` and `..` vanish from a path wherever an address is normalised, escaped or not. */
export function isDotSegment(value: string): boolean {
  return value === '.' || value === '..';
}

function qualifierPath(values: Partial<Record<Qualifier, string>>): string {
  return (Object.entries(QUALIFIER_AIS) as [Qualifier, string][])
    .map(([name, ai]) => {
      const value = values[name];
      if (value === undefined) return '';
      const fault = isDotSegment(value) ? 'dot-segment' : faultOfValue(ai, value);
      if (fault !== undefined) throw new RangeError(`"${value}" cannot be the value of ${ai}: ${fault}`);
      return `/${ai}/${encodeValue(value)}`;
    })
    .join('');
}
