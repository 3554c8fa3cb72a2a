import { addressFault, type AddressFault } from './address-fault.ts';
import { parseDigitalLink, type DigitalLink } from './digital-link.ts';
import { parseGtin } from './gtin.ts';
import { parseTraceCode } from './trace-code.ts';
import { parseTraceLink, type TraceLink } from './trace-link.ts';
import { tracePath } from './pack-address.ts';

/** What a text from a camera, a photograph or a keyboard turns out to be. */
export type ScannedCode =
  | { kind: 'nothing' }
  /** The address of a pack on this site, or the trace code of one. Whether there is such a pack, the register says. */
  | { kind: 'pack'; path: string; gtin14?: string; traceCode?: string }
  /** A number of bars: EAN-8, UPC-A, EAN-13, or inside a GS1 DataMatrix. */
  | { kind: 'gtin'; gtin14: string; digits: string; prefix: string }
  /** Another page of this site. */
  | { kind: 'own-page'; path: string }
  /** A GS1 Digital Link of somebody else; `gtin14` may be known here too. */
  | { kind: 'foreign-pack'; url: string; host: string; gtin14: string }
  | { kind: 'foreign-link'; url: string; host: string }
  /** Meant for us and mistyped, or an address with a mistake. */
  | { kind: 'faulty'; message: AddressFault['message'] }
  /** A name, or a code of another system. */
  | { kind: 'other'; text: string };

/** What a scanner puts before the data of GS1 symbols, and the separator that such data begins with. */
const SYMBOLOGY = /^(?:\][A-Za-z][0-9])?\u001d?/;
const SEPARATORS = /[\s\-\u2010-\u2015.]+/g;
const LONGEST_TEXT = 4_300;
/** Only there to take paths apart. */
const OWN_ORIGIN = 'https://own.example';

/** `siteHost`: with its port, as in an address. Never throws. */
export function readScanned(scanned: string, siteHost: string): ScannedCode {
  const text = scanned.slice(0, LONGEST_TEXT).replace(SYMBOLOGY, '').normalize('NFC').trim();
  if (text === '') return { kind: 'nothing' };
  if (text.startsWith('/')) return ownAddress(text);
  if (/^https?:\/\//i.test(text)) return linkOf(text, siteHost);
  if (text.toLowerCase().startsWith(`${siteHost.toLowerCase()}/`)) return ownAddress(text.slice(siteHost.length));
  return numberOf(text) ?? codeOf(text) ?? { kind: 'other', text };
}

/** Of several codes in one picture: ours before numbers, these before the rest. */
export function bestScanned(texts: readonly string[], siteHost: string): ScannedCode {
  const found = texts.map((text) => readScanned(text, siteHost));
  return ORDER.flatMap((kind) => found.filter((one) => one.kind === kind))[0] ?? { kind: 'nothing' };
}

const ORDER: readonly ScannedCode['kind'][] = ['pack', 'gtin', 'own-page', 'foreign-pack', 'foreign-link', 'faulty', 'other'];

/** A path that names no pack is any page of ours; one that tries to and fails says why. */
function ownAddress(path: string): ScannedCode {
  const found = packLink(path);
  if (!('fault' in found)) return packOf(found);
  if (/^\/(?:01|t)\//i.test(path)) return { kind: 'faulty', message: found.message };
  const url = URL.parse(path, OWN_ORIGIN);
  // Two slashes at the start, which dot segments may leave behind, would be another host's address.
  const isOwn = url?.origin === OWN_ORIGIN && !url.pathname.startsWith('//');
  return isOwn ? { kind: 'own-page', path: url.pathname + url.search } : { kind: 'other', text: path };
}

function linkOf(text: string, siteHost: string): ScannedCode {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return { kind: 'other', text };
  // A name or passphrase before the domain makes one site look like another.
  const isOurs = url.host === siteHost.toLowerCase() && url.username === '' && url.password === '';
  if (isOurs) return ownAddress(text.replace(/^[^/]*\/\/[^/?#]*/, '').replace(/^(?!\/)/, '/'));
  const found = parseDigitalLink(text);
  return 'fault' in found ? { kind: 'foreign-link', url: url.href, host: url.host } : { kind: 'foreign-pack', url: url.href, host: url.host, gtin14: found.gtin14 };
}

function packLink(path: string): DigitalLink | TraceLink | AddressFault {
  return /^\/t\//i.test(path) ? parseTraceLink(path) : parseDigitalLink(path);
}

function packOf(link: DigitalLink | TraceLink): ScannedCode {
  return link.kind === 'code' ? { kind: 'pack', path: link.path, traceCode: link.code } : { kind: 'pack', path: link.path, gtin14: link.gtin14 };
}

function numberOf(text: string): ScannedCode | undefined {
  const digits = text.replace(SEPARATORS, '');
  const inGs1 = /^(?:\(01\)|01)(\d{14})/.exec(digits)?.[1];
  const number = inGs1 ?? digits;
  if (!/^\d{7,16}$/.test(number) || number.length === TRACE_LENGTH) return undefined;
  const gtin = parseGtin(number);
  if (typeof gtin !== 'string') return { kind: 'gtin', gtin14: gtin.gtin14, digits: gtin.digits, prefix: gtin.prefix };
  return { kind: 'faulty', message: addressFault(gtin === 'length' ? 'gtin-length' : 'check-digit', '01').message };
}

const TRACE_LENGTH = 10;

/** Ten letters without a digit are more likely a name than a mistyped code. */
function codeOf(text: string): ScannedCode | undefined {
  const typed = text.replace(SEPARATORS, '');
  if (typed.length !== TRACE_LENGTH || !/^[0-9A-Za-z]+$/.test(typed)) return undefined;
  const parsed = parseTraceCode(typed);
  if (!('fault' in parsed)) return { kind: 'pack', path: tracePath(parsed), traceCode: parsed.code };
  return /\d/.test(typed) ? { kind: 'faulty', message: parsed.message } : undefined;
}
