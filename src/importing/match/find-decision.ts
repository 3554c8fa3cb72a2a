import type { Issuer } from '../../domain/decision.ts';
import type { IsoDate, PartialDate } from '../../domain/calendar-day.ts';
import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import { sameIssuer } from '../facts/read-issuer.ts';

export interface DocumentFacts {
  number?: string | undefined;
  signedOn?: IsoDate | undefined;
  attestedOn?: PartialDate | undefined;
  issuer: Issuer | 'unknown';
}

/** The decision that the facts name; `perhaps` when they do not tell it from another document. */
export type FoundDecision =
  | { kind: 'none' }
  | { kind: 'same'; decision: RawRecord<DecisionRecord> }
  | { kind: 'perhaps'; decisions: readonly RawRecord<DecisionRecord>[] };

/**
 * Number and day of signing together name a document, as long as two known issuers do not differ; a day and its issuer
 * do where neither side has a number. Numbers start anew each year, so a number alone only suggests one.
 */
export function findDecision(decisions: readonly RawRecord<DecisionRecord>[], facts: DocumentFacts): FoundDecision {
  const possible = decisions.map((decision) => ({ decision, likeness: likeness(decision.record, facts) }));
  const same = possible.filter(({ likeness: found }) => found === 'same').map(({ decision }) => decision);
  const [only, ...more] = same;
  if (only !== undefined && more.length === 0) return { kind: 'same', decision: only };
  const perhaps = same.length > 1 ? same : possible.filter(({ likeness: found }) => found === 'perhaps').map(({ decision }) => decision);
  return perhaps.length === 0 ? { kind: 'none' } : { kind: 'perhaps', decisions: perhaps };
}

function likeness(record: DecisionRecord, facts: DocumentFacts): 'same' | 'perhaps' | 'other' {
  const issuer = record.issuer === undefined || record.issuer === 'unknown' || facts.issuer === 'unknown' ? undefined : sameIssuer(record.issuer, facts.issuer);
  if (issuer === false) return 'other';
  const number = bothKnown(record.number?.toUpperCase(), facts.number?.toUpperCase());
  const signed = bothKnown(record.signedOn, facts.signedOn);
  if (number === false || signed === false) return 'other';
  if (number === true && signed === true) return 'same';
  if (signed === true && record.number === undefined && facts.number === undefined) return issuer === true ? 'same' : 'perhaps';
  if (number === true && sameAttestation(record, facts)) return 'same';
  return number === true || (signed === true && issuer === true) ? 'perhaps' : 'other';
}

function sameAttestation(record: DecisionRecord, facts: DocumentFacts): boolean {
  const undated = record.signedOn === undefined && facts.signedOn === undefined;
  return undated && record.attestedOn === facts.attestedOn;
}

/** Undefined when one of the two is not known. */
function bothKnown(a: string | undefined, b: string | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a === b;
}
