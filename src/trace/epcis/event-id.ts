import { createHash } from 'node:crypto';
import { parseDigitalLink } from '../../domain/digital-link.ts';
import { digitalLinkPath } from '../../domain/pack-address.ts';

/** An event as JSON-LD; keys are EPCIS's own or begin with a prefix of `namespaces`. */
export type EventToHash = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * The event's id by its content: SHA-256 of its canonical form, as CBV 2.0 (section 8.9) says, so that a later edit gives
 * another id. Of the algorithm, EPC URNs and sensor data are left out: no event here has them, and they throw an Error.
 * Numbers lose their trailing zeros; texts that look like numbers stay texts.
 */
export function eventId(event: EventToHash, namespaces: Readonly<Record<string, string>>): string {
  return `ni:///sha-256;${createHash('sha256').update(preHash(event, namespaces)).digest('hex')}?ver=CBV2.0`;
}

/** What is hashed: keys and values in canonical order, with nothing between them. */
export function preHash(event: EventToHash, namespaces: Readonly<Record<string, string>>): string {
  const known = FIELDS.map(([field, form]) => (event[field] === undefined ? '' : form(field, event[field])));
  return `eventType=${event.type}${known.join('')}${extensionsOf(event, namespaces)}`;
}

type Form = (field: string, value: unknown) => string;
type Members = readonly (readonly [field: string, form: Form])[];

const plain: Form = (field, value) => (Array.isArray(value) ? sorted(value.map((one) => `${field}=${text(one)}`)) : `${field}=${text(value)}`);
const time: Form = (field, value) => `${field}=${new Date(String(value)).toISOString()}`;
const word = (kind: string): Form => (field, value) => `${field}=${String(value).includes(':') ? text(value) : `https://ref.gs1.org/cbv/${kind}-${String(value)}`}`;
const epcs: Form = (field, value) => `${field}${sorted((value as unknown[]).map((epc) => `epc=${text(epc)}`))}`;
const elements = (name: string, members: Members): Form => (field, value) =>
  `${field}${sorted((value as Record<string, unknown>[]).map((element) => name + members.map(([key, form]) => (element[key] === undefined ? '' : form(key, element[key]))).join('')))}`;
const quantities = elements('quantityElement', [['epcClass', plain], ['quantity', plain], ['uom', plain]]);
const refused: Form = (field) => {
  throw new Error(`${field} is not part of the events that are hashed here`);
};

/** The canonical order (CBV 2.0, table of section 8.9.2). */
const FIELDS: Members = [
  ['eventTime', time],
  ['eventTimeZoneOffset', plain],
  ['certificationInfo', plain],
  ['parentID', plain],
  ['epcList', epcs],
  ['inputEPCList', epcs],
  ['childEPCs', epcs],
  ['quantityList', quantities],
  ['childQuantityList', quantities],
  ['inputQuantityList', quantities],
  ['outputEPCList', epcs],
  ['outputQuantityList', quantities],
  ['action', plain],
  ['transformationID', plain],
  ['bizStep', word('BizStep')],
  ['disposition', word('Disp')],
  ['persistentDisposition', refused],
  ['readPoint', placeForm],
  ['bizLocation', placeForm],
  ['bizTransactionList', elements('', [['type', word('BTT')], ['bizTransaction', plain]])],
  // The table has these two the other way round; the published ids of the reference have them so.
  ['destinationList', elements('', [['type', word('SDT')], ['destination', plain]])],
  ['sourceList', elements('', [['type', word('SDT')], ['source', plain]])],
  ['sensorElementList', refused],
];
const NAMES: ReadonlySet<string> = new Set(FIELDS.map(([name]) => name));
/** Said of the record of the event, not of the event. */
const LEFT_OUT: ReadonlySet<string> = new Set(['type', '@context', 'recordTime', 'eventID', 'errorDeclaration']);

function placeForm(field: string, value: unknown): string {
  return `${field}id=${text((value as { id: string }).id)}`;
}

/** `ilmd` and everything under a prefix of its own, sorted together. */
function extensionsOf(event: EventToHash, namespaces: Readonly<Record<string, string>>): string {
  const others = Object.entries(event).filter(([key, value]) => !NAMES.has(key) && !LEFT_OUT.has(key) && value !== undefined);
  return sorted(others.map(([key, value]) => extension(key, value, namespaces)));
}

function extension(key: string, value: unknown, namespaces: Readonly<Record<string, string>>): string {
  const name = key === 'ilmd' ? key : fullName(key, namespaces);
  if (Array.isArray(value)) return sorted(value.map((one) => extension(key, one, namespaces)));
  if (typeof value !== 'object' || value === null) return `${name}=${text(value)}`;
  return name + sorted(Object.entries(value).map(([inner, one]) => extension(inner, one, namespaces)));
}

function fullName(key: string, namespaces: Readonly<Record<string, string>>): string {
  const colon = key.indexOf(':');
  const namespace = namespaces[key.slice(0, colon)];
  if (colon < 0 || namespace === undefined) throw new Error(`"${key}" has no prefix that the document names`);
  return `{${namespace}}${key.slice(colon + 1)}`;
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const trimmed = String(value).trim();
  if (trimmed.startsWith('urn:epc:')) throw new Error(`"${trimmed}" is an EPC URN; events here are written with web addresses`);
  return canonicalLink(trimmed) ?? trimmed;
}

/** A Digital Link on GS1's own domain with only the finest of its levels: a serial's lot says nothing more. */
function canonicalLink(value: string): string | undefined {
  if (!/^https?:\/\/.*\/01\/\d{14}(?:\/|$|\?)/.test(value)) return undefined;
  const link = parseDigitalLink(value);
  if ('fault' in link) return undefined;
  const { gtin14, lot, serial, tpx } = link;
  const finest = tpx !== undefined ? { tpx } : serial !== undefined ? { serial } : lot !== undefined ? { lot } : {};
  return `https://id.gs1.org${digitalLinkPath({ gtin14, ...finest })}`;
}

/** By code units; all that is sorted here begins with ASCII keys. */
function sorted(parts: readonly string[]): string {
  return [...parts].sort().join('');
}
