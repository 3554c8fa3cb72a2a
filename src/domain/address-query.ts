import { addressFault } from './address-fault.ts';
import type { AddressFault } from './address-fault.ts';
import { faultOfValue, isApplicationIdentifier, isAttribute } from './application-identifier.ts';
import { decodeQueryText, decodeQueryValue } from './percent-code.ts';

export interface AddressQuery {
  /** By AI: `{ '17': '261130', '422': '704' }`; decoded and valid for their AI. */
  attributes: Readonly<Record<string, string>>;
  /** Keys that are not numbers or have no value, as written: they say nothing about the pack. */
  ignored: readonly string[];
  /** The words that GS1 reserves for the resolver, decoded. */
  linkType?: string;
  context?: string;
}

const PATH_ONLY: readonly string[] = ['10', '21', '22', '235'];

/**
 * The query of a pack's address, its parts divided by `&` or `;`. `inPath` holds the AIs of the path; beside a
 * third-party extension (235), which excludes a lot in the path, the lot may stand here.
 */
export function readQuery(query: string, inPath: readonly string[]): AddressQuery | AddressFault {
  const attributes: Record<string, string> = {};
  const ignored: string[] = [];
  const reserved: { linkType?: string; context?: string } = {};
  for (const part of query.split(/[&;]/)) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? part : part.slice(0, equals);
    const raw = part.slice(equals + 1);
    if (part === '') continue;
    if (equals < 0 || !isNumber(key)) {
      if (equals < 0 || (key !== 'linkType' && key !== 'context')) {
        ignored.push(key);
        continue;
      }
      const text = decodeQueryText(raw);
      if (text === undefined) return addressFault('percent-encoding', key);
      if (reserved[key] !== undefined) return addressFault('repeated', key);
      reserved[key] = text;
      continue;
    }
    if (inPath.includes(key) || attributes[key] !== undefined) return addressFault('repeated', key);
    const value = readAttribute(key, raw, inPath.includes('235'));
    if (typeof value !== 'string') return value;
    attributes[key] = value;
  }
  return { attributes, ignored, ...reserved };
}

function readAttribute(ai: string, raw: string, lotAllowed: boolean): string | AddressFault {
  if (!isApplicationIdentifier(ai)) return addressFault('unknown-ai', ai);
  if (PATH_ONLY.includes(ai) && !(ai === '10' && lotAllowed)) return addressFault('path-only', ai);
  if (!PATH_ONLY.includes(ai) && !isAttribute(ai)) return addressFault('not-an-attribute', ai);
  if (raw === '') return addressFault('empty-value', ai);
  const value = decodeQueryValue(raw);
  if (value === undefined) return addressFault('percent-encoding', ai);
  const fault = faultOfValue(ai, value);
  return fault === undefined ? value : addressFault(fault, ai);
}

function isNumber(key: string): boolean {
  return /^[0-9]+$/.test(key);
}
