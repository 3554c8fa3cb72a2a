import type { DecisionLine, RecognitionDecision } from '../domain/decision.ts';
import type { Basis } from '../domain/source.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { issuerName } from '../i18n/issuer-name.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import { decisionPath, decisionsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { certificateView, currentCertificate, type CertificateView } from './certificate-view.ts';
import { decisionDay, decisionName } from './decision-name.ts';
import { heldUnder, productsOfDecision } from './decision-products.ts';
import type { PageHead } from './page-head.ts';
import { signedLine, type Link } from './place-view.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface DecisionLineView {
  product: ProductSummary;
  act: string;
  stars?: DecisionLine['stars'];
  score?: number;
  basis: Basis;
  /** Name and producer as the annex writes them, where they differ from the record's. */
  asSigned: readonly string[];
  place?: string;
  /** The certificate of this decision; where it grants none, the product's that counts today. */
  certificate?: CertificateView;
}

export interface DecisionPage {
  head: PageHead;
  trail: readonly Link[];
  decision: RecognitionDecision;
  name: string;
  day?: string;
  issuer?: string;
  /** One for the whole document when all its lines agree. */
  basis?: Basis;
  basisNotes: readonly string[];
  count: string;
  countText: string;
  held: string;
  asOf: string;
  lines: readonly DecisionLineView[];
}

/** Undefined for an id that no decision has. */
export function decisionPage(view: View, language: Language, id: string | undefined): DecisionPage | undefined {
  const decision = id === undefined ? undefined : view.catalogue.decision(id);
  if (decision === undefined) return undefined;
  const t = translator(language);
  const day = decisionDay(decision, language);
  const issuer = issuerName(decision.issuer, language);
  const bases = [...new Set(decision.lines.map((line) => line.basis))];
  const [basis] = bases;
  const count = productsOfDecision(decision).length;
  return {
    head: decisionHead(view, language, decision, { day, issuer, count }),
    trail: decisionsTrail(language),
    decision,
    name: decisionName(decision, language),
    ...(day !== undefined && { day }),
    ...(issuer !== undefined && { issuer }),
    ...(basis !== undefined && bases.length === 1 && { basis }),
    basisNotes: basisNotes(decision, language),
    count: formatCount(count, language),
    countText: count === 1 ? t('decision.oneProduct') : t('decision.products', { count: formatCount(count, language) }),
    held: formatCount(heldUnder(view, decision), language),
    asOf: formatDate(view.asOf, language),
    lines: decision.lines.flatMap((line) => lineView(view, language, decision, line)),
  };
}

export function decisionsTrail(language: Language): Link[] {
  return listTrail(language, { text: translator(language)('decisions.title'), href: decisionsPath(language) });
}

function lineView(view: View, language: Language, decision: RecognitionDecision, line: DecisionLine): DecisionLineView[] {
  const record = view.catalogue.product(line.product);
  if (record === undefined) return [];
  const product = productSummary(view, record, language);
  const certificate = certificateOfLine(view, language, decision, line);
  const place = signedLine(line.asSigned?.place ?? record.place);
  return [{
    product,
    act: translator(language)(`act.${line.act}` as TextKey),
    ...(line.stars !== undefined && { stars: line.stars }),
    ...(line.score !== undefined && { score: line.score }),
    basis: line.basis,
    asSigned: [
      ...(line.asSigned?.name === undefined || line.asSigned.name === record.name ? [] : [line.asSigned.name]),
      ...(line.asSigned?.producer === undefined || line.asSigned.producer === product.producer?.text ? [] : [line.asSigned.producer]),
    ],
    ...(place !== undefined && { place }),
    ...(certificate !== undefined && { certificate }),
  }];
}

function certificateOfLine(view: View, language: Language, decision: RecognitionDecision, line: DecisionLine): CertificateView | undefined {
  const own = view.catalogue
    .certificatesOf(line.product)
    .find(({ decisionId, grantedBy, revokedBy }) => (decisionId === decision.id && grantedBy === line.act) || (line.act === 'revocation' && revokedBy === decision.id));
  return own === undefined ? currentCertificate(view, line.product, language) : certificateView(own, view.asOf, language);
}

/** How the inferred lines were worked out, each way once. */
function basisNotes(decision: RecognitionDecision, language: Language): string[] {
  const t = translator(language);
  const inferred = decision.lines.filter((line) => line.basis === 'inferred');
  return [...new Set(inferred.map((line) => (line.basisNote === undefined ? t('basisNote.default') : t(`basisNote.${line.basisNote}` as TextKey))))];
}

function decisionHead(
  view: View,
  language: Language,
  decision: RecognitionDecision,
  { day, issuer, count }: { day: string | undefined; issuer: string | undefined; count: number },
): PageHead {
  const t = translator(language);
  const path = decisionPath(language, decision.id);
  const name = decisionName(decision, language);
  return registerHead(view, language, {
    kind: 'decisions',
    id: decision.id,
    path,
    title: decision.number !== undefined && day !== undefined ? t('decision.titleDated', { name, day }) : name,
    description: t('decision.description', {
      name,
      day: day ?? t('decision.undated'),
      issuer: issuer ?? t('unknown'),
      count: count === 1 ? t('products.one') : t('products.many', { count: formatCount(count, language) }),
    }),
    trail: [...decisionsTrail(language), { text: name, href: path }],
    noindex: decision.sample,
    sample: decision.sample,
  });
}
