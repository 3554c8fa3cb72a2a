import type { Pack } from '../domain/product.ts';
import { basisWords } from '../i18n/basis-words.ts';
import { formatDate, formatPartialDate } from '../i18n/format-date.ts';
import { issuerName } from '../i18n/issuer-name.ts';
import { onDay } from '../i18n/on-day.ts';
import { certificatePath } from '../paths.ts';
import { currentCertificate, type CertificateView } from './certificate-view.ts';
import type { TraceContext } from './trace-context.ts';
import { packedOn, starAtPacking } from './trace-packing.ts';

/** The star of a pack as it stands on the as-of day. */
export interface TraceStar {
  /** Undefined while no source attests any. */
  shown?: CertificateView;
  /** A star holds for a pack size only as far as the decision says. */
  covered: Pack['coveredByDecision'];
  /** The decision's number as signed. */
  number?: string;
  /** As signed. */
  issuer?: string;
  /** The last valid day where no line is drawn that shows it. */
  until?: string;
  /** Read or inferred, and how the last day is known. */
  basis?: string;
  certificate?: string;
  /** Whose signed form can be checked. Fetched then: carried along, it would be a sixth of the page. */
  certificateId?: string;
  reEvaluation?: string;
  /** How it stood when the lot was packed. */
  packing?: string;
}

export function traceStar(context: TraceContext): TraceStar {
  const { view, product, pack, text, t } = context;
  const shown = currentCertificate(view, product.id, text);
  const covered = pack.coveredByDecision;
  if (shown === undefined) return { covered };
  const { certificate } = shown;
  const note = basisWords(certificate, text);
  return {
    shown,
    covered,
    number: certificate.number,
    issuer: issuerName(certificate.issuer, text),
    until: untilOf(shown, context),
    basis: [note === undefined ? t('basis.read') : `${t('basis.inferred')}: ${note}`, lastDayBasis(shown, context)].filter((each) => each !== undefined).join('; '),
    certificate: certificatePath(text, certificate.id),
    certificateId: certificate.id,
    reEvaluation: certificate.reEvaluationFiledOn && t('product.reEvaluationFiled', { date: formatPartialDate(certificate.reEvaluationFiledOn, text) }),
    packing: covered === 'no' ? undefined : packingWords(context),
  };
}

function untilOf({ certificate: { validUntil, heldAtMostUntil }, elapsed }: CertificateView, { text, t }: TraceContext): string | undefined {
  if (validUntil !== undefined) return elapsed === undefined ? formatDate(validUntil, text) : undefined;
  return heldAtMostUntil === undefined ? t('certificate.noTerm') : t('certificate.atMost', { date: formatDate(heldAtMostUntil, text) });
}

function lastDayBasis({ certificate: { validUntilFrom } }: CertificateView, { t }: TraceContext): string | undefined {
  return validUntilFrom && t(validUntilFrom === 'stated' ? 'trace.until.stated' : 'trace.until.computed');
}

function packingWords({ view, product, lot, text, t }: TraceContext): string | undefined {
  const packed = lot && packedOn(lot);
  return packed && t(`trace.packed.${starAtPacking(view.catalogue.certificatesOf(product.id), packed)}`, { when: onDay(packed, text) });
}
