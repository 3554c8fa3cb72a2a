import type { RecognitionDecision } from '../domain/decision.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { issuerName } from '../i18n/issuer-name.ts';
import { translator } from '../i18n/translate.ts';
import { decisionPath, decisionsPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { decisionDay, decisionName } from './decision-name.ts';
import { heldUnder, productsOfDecision } from './decision-products.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import type { Link } from './place-view.ts';
import { productCountText } from './product-count.ts';
import { listTrail, registerHead } from './register-head.ts';

export const DECISIONS_PER_PAGE = 60;

export interface DecisionRow extends Link {
  /** Undefined: neither a day of signing nor a time attested was read. */
  day?: string;
  issuer?: string;
  products: string;
  /** How many hold a star under it on the view's day. */
  held: string;
  sample: boolean;
}

export interface DecisionsPage {
  head: PageHead;
  trail: readonly Link[];
  /** Newest first, those without a date last, practice data after all real ones. */
  decisions: readonly DecisionRow[];
  pager: Paging;
  /** Real products whose star some source attests without a decision that could be read. */
  attested: string;
  asOf: string;
}

export function decisionsPage(view: View, language: Language, query: URLSearchParams): DecisionsPage {
  const t = translator(language);
  const { catalogue } = view;
  const base = decisionsPath(language);
  const ordered = [...catalogue.decisions].sort((a, b) => Number(a.sample) - Number(b.sample));
  const { shown, pager } = paged(view, language, ordered, { base, query, perPage: DECISIONS_PER_PAGE });
  const trail = listTrail(language, { text: t('decisions.title'), href: base });
  return {
    head: registerHead(view, language, {
      kind: 'decisions', path: base, title: t('decisions.title'), description: t('decisions.description'), trail, noindex: query.size > 0,
    }),
    trail,
    decisions: shown.map((decision) => rowOf(view, decision, language)),
    pager,
    attested: formatCount(catalogue.products.filter((product) => !product.sample && isOnlyAttested(view, product.id)).length, language),
    asOf: formatDate(view.asOf, language),
  };
}

function isOnlyAttested(view: View, productId: string): boolean {
  const certificates = view.catalogue.certificatesOf(productId);
  return certificates.length > 0 && certificates.every(({ decisionId }) => decisionId === undefined);
}

function rowOf(view: View, decision: RecognitionDecision, language: Language): DecisionRow {
  const day = decisionDay(decision, language);
  const issuer = issuerName(decision.issuer, language);
  return {
    text: decisionName(decision, language),
    href: decisionPath(language, decision.id),
    ...(day !== undefined && { day }),
    ...(issuer !== undefined && { issuer }),
    products: productCountText(productsOfDecision(decision).length, language),
    held: translator(language)('products.held', { count: formatCount(heldUnder(view, decision), language) }),
    sample: decision.sample,
  };
}
