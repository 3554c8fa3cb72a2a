import type { Certificate } from '../../domain/certificate.ts';
import type { InferenceRule, SignedFact } from '../../domain/certificate-credential.ts';
import type { ResolvedPlace } from '../../domain/place.ts';
import type { Producer } from '../../domain/producer.ts';
import type { Product } from '../../domain/product.ts';
import { STATUS_SIZE, STATUS_VALUES } from '../../domain/status-bitstring.ts';
import { certificatePath, certificateProofPath, producerPath, productPath, statusListProofPath } from '../../paths.ts';
import { sourceList } from './source-list.ts';

export interface CertificateFacts {
  certificate: Certificate;
  product: Product;
  producer: Producer | undefined;
  place: ResolvedPlace;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Its place in the status list. */
  statusIndex: number | undefined;
}

/**
 * What is signed for one certificate, shaped as a W3C Verifiable Credential 2.0: what was granted, never what became of it
 * later (revoked, replaced), which the status list says. No price, nothing of a lot, no day of signing.
 */
export function certificateCredential(facts: CertificateFacts) {
  const { certificate, product, siteUrl, statusIndex } = facts;
  const id = siteUrl + certificateProofPath(certificate.id);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': `${siteUrl}/huong-dan/#` }],
    id,
    type: ['VerifiableCredential', 'OcopCertificateRecord'],
    issuer: siteUrl,
    ...(certificate.grantedOn !== undefined && { validFrom: `${certificate.grantedOn}T00:00:00+07:00` }),
    ...(certificate.validUntil !== undefined && { validUntil: `${certificate.validUntil}T23:59:59+07:00` }),
    ...(statusIndex !== undefined && { credentialStatus: statusEntry(siteUrl, statusIndex) }),
    credentialSubject: {
      id: siteUrl + productPath('vi', product.id),
      name: product.name,
      ...(product.sample && { sample: true }),
      ...factsOf(facts),
    },
  };
}

/** BitstringStatusListEntry; a list of several bits needs its messages in every entry. */
function statusEntry(siteUrl: string, index: number) {
  const list = siteUrl + statusListProofPath;
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'message',
    statusListIndex: String(index),
    statusListCredential: list,
    statusSize: STATUS_SIZE,
    statusMessage: STATUS_VALUES.map((message, number) => ({ status: `0x${number}`, message })),
  };
}

function factsOf({ certificate, product, producer, place, siteUrl }: CertificateFacts) {
  const { places, list } = sourceList();
  const granted = { basis: certificate.basis, rule: ruleOf(certificate), sources: places(certificate.sources) };
  const own = { basis: 'read' as const, sources: places(product.sources) };
  const counted = { ...granted, basis: 'inferred' as const, rule: '36-months' as const };
  return {
    nameBasis: { basis: own.basis, ...(own.sources.length > 0 && { sources: own.sources }) },
    certificate: siteUrl + certificatePath('vi', certificate.id),
    act: fact(certificate.grantedBy, granted),
    scheme: 'OCOP',
    stars: fact(certificate.stars, granted),
    score: fact(certificate.score, granted),
    decisionNumber: fact(certificate.number, granted),
    issuingAuthority: fact(certificate.issuer, granted),
    grantedOn: fact(certificate.grantedOn, granted),
    ...(certificate.attestedOn !== undefined && { attestedOn: fact(certificate.attestedOn, granted) }),
    validUntil: fact(certificate.validUntil, certificate.validUntilFrom === 'stated' ? granted : counted),
    ...(certificate.heldAtMostUntil !== undefined && { heldAtMostUntil: fact(certificate.heldAtMostUntil, counted) }),
    ...(certificate.lapsedBy !== undefined && { lapsedBy: fact(certificate.lapsedBy, granted) }),
    holder: fact(producer && { id: siteUrl + producerPath('vi', producer.id), name: producer.name }, own),
    placeAsSigned: fact(isEmpty(product.place) ? undefined : product.place, own),
    commune: fact(communeOf(place), product.placeEra === 'current' ? own : { ...own, basis: 'inferred', rule: 'successor-commune' }),
    sources: list(),
  };
}

/** What is not known has neither value nor source. */
function fact<T>(value: T | undefined, { basis, rule, sources }: Omit<SignedFact<T>, 'value' | 'rule'> & { rule?: InferenceRule | undefined }): SignedFact<T> {
  if (value === undefined) return { basis: 'unknown' };
  return { value, basis, ...(rule !== undefined && { rule }), ...(sources !== undefined && sources.length > 0 && { sources }) };
}

function ruleOf({ basis, basisNote }: Certificate): InferenceRule | undefined {
  return basis === 'read' ? undefined : (basisNote ?? 'from-sources');
}

/** Only one that is certain: a split or ambiguous place has no value. */
function communeOf(place: ResolvedPlace): { code: string; name: string; province: string } | undefined {
  return place.kind === 'commune' ? { code: place.commune.code, name: place.commune.name, province: place.province.name } : undefined;
}

function isEmpty(record: object): boolean {
  return Object.values(record).every((value) => value === undefined);
}
