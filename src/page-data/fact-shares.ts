import { rememberBoth } from '../catalogue/remember.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Product } from '../domain/product.ts';
import type { Basis } from '../domain/source.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { BarPart, CountedProduct } from './status-shares.ts';

export type FactBasis = Basis | 'unknown';

/** One fact of a product's record, and on how many it was read, inferred or is unknown. */
export interface FactShare {
  text: string;
  read: number;
  inferred: number;
  unknown: number;
  parts: readonly BarPart[];
}

/** What a page says of a product beyond its name, and how firmly it stands. */
const FACTS: readonly { text: TextKey; basis: (product: Product, certificate: Certificate | undefined, view: View) => FactBasis }[] = [
  { text: 'certificate.stars', basis: (_, certificate) => basisIf(certificate, certificate?.stars !== undefined) },
  { text: 'product.decisionNumber', basis: (_, certificate) => basisIf(certificate, certificate?.number !== undefined) },
  { text: 'product.signedOn', basis: (_, certificate) => basisIf(certificate, certificate?.grantedOn !== undefined) },
  { text: 'product.issuer', basis: (_, certificate) => basisIf(certificate, certificate?.issuer !== undefined) },
  { text: 'certificate.validUntil', basis: (_, certificate) => basisOfEnd(certificate) },
  { text: 'product.producer', basis: ({ producerId }) => (producerId === undefined ? 'unknown' : 'read') },
  { text: 'product.group', basis: ({ groupId, groupBasis }) => (groupId === undefined ? 'unknown' : (groupBasis ?? 'read')) },
  { text: 'statistics.commune', basis: (product, _, view) => basisOfPlace(product, view) },
];

export function factShares(view: View, products: readonly CountedProduct[], language: Language): FactShare[] {
  const t = translator(language);
  return FACTS.map(({ text }, fact) => {
    const counts = countsOf(view, products)[fact] as Record<FactBasis, number>;
    const parts = (['read', 'inferred', 'unknown'] as const).filter((kind) => counts[kind] > 0);
    return { text: t(text), ...counts, parts: parts.map((kind) => ({ kind, count: counts[kind], label: t(`statistics.${kind}`) })) };
  });
}

/** In the order of {@link FACTS}. */
const countsOf = rememberBoth((view: View, products: readonly CountedProduct[]) =>
  FACTS.map(({ basis }) => {
    const counts: Record<FactBasis, number> = { read: 0, inferred: 0, unknown: 0 };
    for (const { product, certificate } of products) counts[basis(product, certificate, view)] += 1;
    return counts;
  }),
);

function basisIf(certificate: Certificate | undefined, known: boolean): FactBasis {
  return certificate === undefined || !known ? 'unknown' : certificate.basis;
}

/** An end that no document states is worked out from the day of signing. */
function basisOfEnd(certificate: Certificate | undefined): FactBasis {
  if (certificate?.validUntil === undefined) return 'unknown';
  return certificate.validUntilFrom === 'stated' ? certificate.basis : 'inferred';
}

/** Names from before 01/07/2025 lead to today's commune by the official table of successors. */
function basisOfPlace(product: Product, view: View): FactBasis {
  if (view.catalogue.placeOf(product.id).kind !== 'commune') return 'unknown';
  return product.placeEra === 'current' ? 'read' : 'inferred';
}
