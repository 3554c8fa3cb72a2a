import { readScanned, type ScannedCode } from '../domain/scanned-code.ts';
import { digitalLinkPath } from '../domain/pack-address.ts';
import { scanWords, type ScanWords } from '../i18n/scan-words.ts';
import { translator } from '../i18n/translate.ts';
import { scanPath, searchPath, traceAddress, type Language } from '../paths.ts';
import { CAMERA_PERMISSIONS } from '../publish/security-headers.ts';
import type { View } from '../publish/view.ts';
import { SEARCH_NAMES } from '../search/search-parameters.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { listTrail, registerHead } from './register-head.ts';

/** Name of the typed code in the address: `/quet-ma/?ma=…`. */
export const SCAN_PARAMETER: Readonly<Record<Language, string>> = { vi: 'ma', en: 'code' };

/** What only this page may use. */
export const CAMERA_HEADERS: Readonly<Record<string, string>> = { 'permissions-policy': CAMERA_PERMISSIONS };

export interface ScanPage {
  head: PageHead;
  trail: readonly Link[];
  /** What was typed or scanned; empty on the published page. */
  typed: string;
  /** What it turned out to be, where no page of its own answers. */
  answer?: ScanWords | undefined;
  /** The same pack's page here, for a code that leads elsewhere. */
  here?: Link | undefined;
  search: { action: string; name: string; value: string };
  /** For the browser's script: what is ours, and how a number is asked for. */
  script: { host: string; language: Language; action: string; parameter: string; served: boolean };
}

/** Where a code leads at once, as a path; else the page that says what it is. `query`: of the page's own address. */
export function scanPage(view: View, language: Language, query: URLSearchParams): { redirect: string } | { page: ScanPage } {
  const typed = (query.get(SCAN_PARAMETER[language]) ?? '').slice(0, LONGEST_TYPED);
  const code = readScanned(typed, new URL(view.siteUrl).host);
  const redirect = leadsTo(view, code, language);
  if (redirect !== undefined) return { redirect };
  const t = translator(language);
  const path = scanPath(language);
  return {
    page: {
      head: registerHead(view, language, {
        kind: 'scan',
        path,
        title: t('scan.title'),
        description: t('scan.description'),
        trail: listTrail(language, { text: t('scan.title'), href: path }),
        noindex: typed !== '',
      }),
      trail: listTrail(language, { text: t('scan.title'), href: path }).slice(0, 1),
      typed,
      answer: code.kind === 'nothing' || code.kind === 'own-page' ? undefined : scanWords(code, language),
      here: code.kind === 'foreign-pack' ? samePackHere(view, code.gtin14, language) : undefined,
      search: { action: searchPath(language), name: SEARCH_NAMES[language].text, value: code.kind === 'other' && code.text.length <= LONGEST_NAME ? code.text : '' },
      script: { host: new URL(view.siteUrl).host, language, action: path, parameter: SCAN_PARAMETER[language], served: view.mode === 'server' },
    },
  };
}

const LONGEST_TYPED = 1_000;
const LONGEST_NAME = 100;

/** Undefined for a code that the register does not know, and for what is none of ours. */
function leadsTo({ catalogue }: View, code: ScannedCode, language: Language): string | undefined {
  if (code.kind === 'own-page') return code.path;
  if (code.kind === 'gtin') return catalogue.packByGtin(code.gtin14) === undefined ? undefined : traceAddress(language, digitalLinkPath(code));
  if (code.kind !== 'pack') return undefined;
  const known = code.gtin14 === undefined ? catalogue.packByTraceCode(code.traceCode ?? '') : catalogue.packByGtin(code.gtin14);
  return known === undefined ? undefined : traceAddress(language, code.path);
}

function samePackHere({ catalogue }: View, gtin14: string, language: Language): Link | undefined {
  const known = catalogue.packByGtin(gtin14);
  return known && { text: `${known.product.name}, ${known.pack.label}`, href: traceAddress(language, digitalLinkPath({ gtin14 })) };
}
