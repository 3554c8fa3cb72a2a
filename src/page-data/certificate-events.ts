import { addDays, firstDayOf, type IsoDate, type PartialDate } from '../domain/calendar-day.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { ActKind } from '../domain/decision.ts';

/** Acts that documents or sources tell of, and ends that are computed from them. */
export type CertificateEventKind = ActKind | 'expired' | 'expired-at-latest' | 'lapsed-by-source';

export interface CertificateEvent {
  kind: CertificateEventKind;
  /** As precise as known; undefined: no source says when. */
  on?: PartialDate;
  /** `signed`: the day of signing; `attested`: when a source speaks of it; `computed`: worked out by the 36 months. */
  dated: 'signed' | 'attested' | 'computed' | 'unknown';
  /** The certificate that it happened to. */
  certificate: Certificate;
  /** The decision by which it happened. */
  decisionId?: string;
  /** Lies after the given day. */
  future: boolean;
}

/**
 * All that happened to a product's certificates, oldest first, and the ends to come. `certificates` oldest first.
 * An end that a renewal, upgrade, downgrade or revocation came before never took place and is left out.
 */
export function certificateEvents(certificates: readonly Certificate[], asOf: IsoDate): CertificateEvent[] {
  return certificates
    .flatMap((certificate) => eventsOf(certificate))
    .map((event) => ({ ...event, future: sortDay(event) > asOf }))
    .sort((a, b) => sortDay(a).localeCompare(sortDay(b)));
}

type Undated = Omit<CertificateEvent, 'future'>;

function eventsOf(certificate: Certificate): Undated[] {
  return [grant(certificate), ...filing(certificate), ...end(certificate), ...revocation(certificate)];
}

function grant(certificate: Certificate): Undated {
  const { grantedBy, grantedOn, attestedOn, decisionId } = certificate;
  if (grantedBy === 'revocation') return revoked(certificate);
  const on = grantedOn ?? attestedOn;
  return {
    kind: grantedBy,
    ...(on !== undefined && { on }),
    dated: on === undefined ? 'unknown' : grantedOn === undefined ? 'attested' : 'signed',
    certificate,
    ...(decisionId !== undefined && { decisionId }),
  };
}

function filing(certificate: Certificate): Undated[] {
  const on = certificate.reEvaluationFiledOn;
  return on === undefined ? [] : [{ kind: 're-evaluation-filed', on, dated: 'signed', certificate }];
}

function end(certificate: Certificate): Undated[] {
  const { lapsedBy, validUntil, heldAtMostUntil } = certificate;
  if (lapsedBy !== undefined) return took(certificate, { kind: 'lapsed-by-source', on: lapsedBy, dated: 'attested', certificate });
  if (validUntil !== undefined) return took(certificate, { kind: 'expired', on: addDays(validUntil, 1), dated: 'computed', certificate });
  if (heldAtMostUntil === undefined) return [];
  return took(certificate, { kind: 'expired-at-latest', on: addDays(heldAtMostUntil, 1), dated: 'computed', certificate });
}

function took({ revokedOn, replacedOn }: Certificate, event: Undated & { on: IsoDate }): Undated[] {
  const before = [revokedOn, replacedOn].filter((day) => day !== undefined);
  return before.some((day) => day <= event.on) ? [] : [event];
}

function revocation(certificate: Certificate): Undated[] {
  return certificate.revokedOn === undefined || certificate.grantedBy === 'revocation' ? [] : [revoked(certificate)];
}

function revoked(certificate: Certificate): Undated {
  const { revokedOn, revocationAttestedOn, revokedBy } = certificate;
  const on = revocationAttestedOn ?? (revokedOn === '' ? undefined : revokedOn);
  return {
    kind: 'revocation',
    ...(on !== undefined && { on }),
    dated: on === undefined ? 'unknown' : revocationAttestedOn === undefined ? 'signed' : 'attested',
    certificate,
    ...(revokedBy !== undefined && { decisionId: revokedBy }),
  };
}

/** Events without a date come first, as such acts do. */
function sortDay({ on }: Pick<CertificateEvent, 'on'>): IsoDate {
  return on === undefined ? '' : firstDayOf(on);
}
