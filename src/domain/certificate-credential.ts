import type { IsoDate } from './calendar-day.ts';
import { isIsoDate } from './date-text.ts';
import type { Basis } from './source.ts';

/** One thing that a signed certificate says, and how firmly: what nobody knows has no value and reads `unknown`. */
export interface SignedFact<T> {
  value?: T;
  basis: Basis | 'unknown';
  /** By which rule it was inferred. */
  rule?: InferenceRule;
  /** Where it was read: positions in `sources`. */
  sources?: readonly number[];
}

/**
 * `from-sources`: compared across sources, or a note of src/domain/basis-note.ts; `36-months`: counted from the day of the
 * decision, or from the last day a source can mean (Decision 148/QĐ-TTg); `successor-commune`: by the official table of 01/07/2025.
 */
export type InferenceRule = 'from-sources' | '36-months' | 'successor-commune' | (string & {});

/** What a reader needs of a signed certificate; read from a payload whose signature fits. */
export interface SignedCertificate {
  id: string;
  issuer: string;
  productName: string;
  stars?: number;
  decisionNumber?: string;
  grantedOn?: IsoDate;
  validUntil?: IsoDate;
  basis?: Basis | 'unknown';
  /** Its entry in the status list. */
  statusIndex?: number;
  sample: boolean;
}

/** Undefined for a payload that is no certificate as this site signs them; never throws. */
export function readSignedCertificate(payload: Readonly<Record<string, unknown>>): SignedCertificate | undefined {
  const { id, issuer, credentialStatus } = payload;
  const subject = objectOf(payload['credentialSubject']);
  const name = subject?.['name'];
  if (typeof id !== 'string' || typeof issuer !== 'string' || typeof name !== 'string') return undefined;
  const stars = valueOf(subject, 'stars');
  const number = valueOf(subject, 'decisionNumber');
  const grantedOn = dayOf(valueOf(subject, 'grantedOn'));
  const validUntil = dayOf(valueOf(subject, 'validUntil'));
  const basis = objectOf(subject?.['stars'])?.['basis'];
  const index = objectOf(credentialStatus)?.['statusListIndex'];
  return {
    id,
    issuer,
    productName: name,
    ...(typeof stars === 'number' && { stars }),
    ...(typeof number === 'string' && { decisionNumber: number }),
    ...(grantedOn !== undefined && { grantedOn }),
    ...(validUntil !== undefined && { validUntil }),
    ...((basis === 'read' || basis === 'inferred' || basis === 'unknown') && { basis }),
    ...(typeof index === 'string' && /^\d{1,9}$/.test(index) && { statusIndex: Number(index) }),
    sample: subject?.['sample'] === true,
  };
}

function valueOf(subject: Record<string, unknown> | undefined, fact: string): unknown {
  return objectOf(subject?.[fact])?.['value'];
}

function dayOf(value: unknown): IsoDate | undefined {
  return typeof value === 'string' && isIsoDate(value) ? value : undefined;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
