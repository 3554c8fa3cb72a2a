import { packPath } from '../domain/pack-address.ts';
import { linksetPath, TRACE_LANGUAGES, traceAddress, tracePagePath, type TraceLanguage } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { localName } from './trace-product.ts';
import type { TraceContext } from './trace-context.ts';

export interface TraceHead {
  title: string;
  description: string;
  canonical: string;
  /** The same page in every language; a plain file host has an address of its own for each. */
  languages: readonly { language: TraceLanguage; href: string; current: boolean }[];
  linkset: string;
  /** Without language, as packs carry it. */
  path: string;
  /** The plain domain to compare with the pack. */
  host: string;
  sample: boolean;
}

export function traceHead({ view, language, text, t, product, pack, lot, canonical }: TraceContext): TraceHead {
  const path = packPath(canonical);
  const addressIn = addressFor(view.mode);
  return {
    title: t('trace.title'),
    description: t('trace.description', { name: localName(product, text), pack: pack.label, lot: lot === undefined ? '' : t('trace.descriptionLot', { lot: lot.code }) }),
    canonical: view.siteUrl + addressIn(language, path),
    languages: TRACE_LANGUAGES.map((each) => ({ language: each, href: addressIn(each, path), current: each === language })),
    linkset: linksetPath(path),
    path,
    host: new URL(view.siteUrl).host,
    sample: product.sample,
  };
}

/** Only a server reads `?lang=`. */
export function addressFor(mode: View['mode']): typeof traceAddress {
  return mode === 'server' ? traceAddress : tracePagePath;
}
