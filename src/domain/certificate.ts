import { addMonths, firstDayOf, lastDayOf, type IsoDate, type PartialDate } from './calendar-day.ts';
import type { CertificateTerm } from './certificate-status.ts';
import type { Act, ActKind, Issuer } from './decision.ts';
import type { Basis, Source } from './source.ts';
import type { StarLevel } from './star-level.ts';

/** Months for which a recognition holds, counted from the day of the decision (Decision 148/QĐ-TTg). */
export const VALID_MONTHS = 36;

/** Giấy chứng nhận, computed from the acts on one product; nothing of it is typed in. */
export interface Certificate extends CertificateTerm {
  /** `<product>--<act>`; stable as long as the decision's or attestation's id is. */
  id: string;
  productId: string;
  /** Undefined: the source does not say how many. */
  stars?: StarLevel;
  /** The decision's number as signed. */
  number?: string;
  decisionId?: string;
  issuer?: Issuer;
  grantedBy: ActKind;
  score?: number;
  basis: Basis;
  basisNote?: string;
  /** The day, month or year a source attests, when no date of signing was read. */
  attestedOn?: PartialDate;
  /** `stated`: the document or a source gives the end; `computed`: 36 months from the decision. */
  validUntilFrom?: 'stated' | 'computed';
  revokedBy?: string;
  /** The day, month or year a source attests for the revocation, when no date of signing was read. */
  revocationAttestedOn?: PartialDate;
  reEvaluationFiledOn?: PartialDate;
  predecessor?: string;
  successor?: string;
  sources: readonly Source[];
  sample: boolean;
}

/**
 * The certificates of one product, oldest first, from all acts on it in any order.
 * On one day a revocation ends what was held before, then recognition and renewal count before
 * upgrade and downgrade, then the act's id decides.
 */
export function certificatesOf(acts: readonly Act[]): Certificate[] {
  const chain: Certificate[] = [];
  for (const act of [...acts].sort(byOrder)) {
    if (act.kind === 'revocation') revoke(chain, act);
    else if (act.kind === 're-evaluation-filed') fileReEvaluation(chain, act);
    else succeed(chain, grantedBy(act));
  }
  return chain;
}

/**
 * The certificate that counts on a day: the latest one that existed by then, whether it still held or not.
 * Undefined when nothing had been granted yet.
 */
export function certificateOn(certificates: readonly Certificate[], day: IsoDate): Certificate | undefined {
  return certificates.findLast((certificate) => existedBy(certificate) <= day);
}

const ORDER_ON_ONE_DAY: Readonly<Record<ActKind, number>> = {
  're-evaluation-filed': 0,
  revocation: 1,
  recognition: 2,
  renewal: 3,
  upgrade: 4,
  downgrade: 4,
};

function byOrder(a: Act, b: Act): number {
  return (
    compareText(dayInOrder(a), dayInOrder(b)) ||
    ORDER_ON_ONE_DAY[a.kind] - ORDER_ON_ONE_DAY[b.kind] ||
    compareText(a.id, b.id) ||
    compareText(a.kind, b.kind)
  );
}

/** Sorts before and after every date. */
const [BEFORE_ALL, AFTER_ALL] = ['', '9999'];

/**
 * The first day the act can have taken place; acts without any date sort first, nothing says that they are newer.
 * A revocation sorts by its last possible day: it ends what was granted within the month or year that is known of it.
 */
function dayInOrder(act: Act): IsoDate {
  if (act.kind !== 'revocation') return firstDay(act) ?? BEFORE_ALL;
  return act.signedOn ?? (act.attestedOn === undefined ? AFTER_ALL : lastDayOf(act.attestedOn));
}

function firstDay({ signedOn, attestedOn }: Pick<Act, 'signedOn' | 'attestedOn'>): IsoDate | undefined {
  return signedOn ?? (attestedOn === undefined ? undefined : firstDayOf(attestedOn));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grantedBy(act: Act): Certificate {
  const validUntil = act.statedValidUntil ?? (act.signedOn === undefined ? undefined : addMonths(act.signedOn, VALID_MONTHS));
  const undated = validUntil === undefined && act.attestedOn !== undefined;
  return {
    ...commonOf(act),
    stars: act.stars,
    score: act.score,
    grantedOn: act.signedOn,
    attestedOn: act.attestedOn,
    validUntil,
    validUntilFrom: validUntil === undefined ? undefined : act.statedValidUntil === undefined ? 'computed' : 'stated',
    heldAtMostUntil: undated ? addMonths(lastDayOf(act.attestedOn as PartialDate), VALID_MONTHS) : undefined,
    lapsedBy: act.lapsedBy === undefined ? undefined : lastDayOf(act.lapsedBy),
  };
}

/** A revocation whose certificate no source gives still says that a star was taken back. */
function revokedUnknown(act: Act): Certificate {
  const common = commonOf(act);
  return { ...common, id: `${common.id}--thu-hoi`, decisionId: undefined, number: undefined, issuer: undefined };
}

function commonOf(act: Act): Certificate {
  const { id, productId, kind, number, decisionId, issuer, basis, basisNote, sources, sample } = act;
  return { id: `${productId}--${id}`, productId, grantedBy: kind, number, decisionId, issuer, basis, basisNote, sources, sample };
}

function succeed(chain: Certificate[], next: Certificate): void {
  const last = chain.at(-1);
  if (last !== undefined) {
    last.successor = next.id;
    last.replacedOn = existedBy(next) || undefined;
    next.predecessor = last.id;
  }
  chain.push(next);
}

/**
 * Of a month or year, and without a date (which the checks refuse), it counts from the first day it can mean:
 * a star of which a source says that it was taken back never looks valid.
 */
function revoke(chain: Certificate[], act: Act): void {
  if (chain.length === 0) chain.push(revokedUnknown(act));
  const held = chain.at(-1);
  if (held === undefined || held.revokedOn !== undefined) return;
  const [from, granted] = [firstDay(act) ?? BEFORE_ALL, existedBy(held)];
  held.revokedOn = from > granted ? from : granted;
  held.revokedBy = act.decisionId;
  if (act.signedOn === undefined) held.revocationAttestedOn = act.attestedOn;
  addSources(held, act);
}

function fileReEvaluation(chain: Certificate[], act: Act): void {
  const last = chain.at(-1);
  if (last === undefined) return;
  last.reEvaluationFiledOn = act.signedOn ?? act.attestedOn;
  addSources(last, act);
}

/** What a source attests without a decision is found nowhere else; a decision keeps its own sources. */
function addSources(certificate: Certificate, act: Act): void {
  if (act.decisionId !== undefined || certificate.sources === act.sources) return;
  certificate.sources = [...certificate.sources, ...act.sources];
}

function existedBy(certificate: Certificate): IsoDate {
  return firstDay({ signedOn: certificate.grantedOn, attestedOn: certificate.attestedOn }) ?? BEFORE_ALL;
}
