import { translator } from '../i18n/translate.ts';
import { declarationPath, groupPath, productsPath, provincePath, provincesPath, searchPath, type Language } from '../paths.ts';
import { bornAtLatest, type DeclarationView } from '../publish/search-view.ts';
import { LOCATION_PERMISSIONS } from '../publish/security-headers.ts';
import type { View } from '../publish/view.ts';
import type { ResultCard } from '../results/result-card.ts';
import { resultsHtml } from '../results/results-html.ts';
import { resultsView } from '../results/make-results.ts';
import { RESULTS_PER_PAGE, searchAddress, SEARCH_NAMES } from '../search/search-parameters.ts';
import type { PageHead } from './page-head.ts';
import { shortProvince, type Link } from './place-view.ts';
import { counted } from './product-count.ts';
import { listTrail, registerHead } from './register-head.ts';
import { resultCard, resultNames } from './result-source.ts';

/** What only this page may ask for, after a tap. */
export const LOCATION_HEADERS: Readonly<Record<string, string>> = { 'permissions-policy': LOCATION_PERMISSIONS };

export interface SearchPage {
  head: PageHead;
  trail: readonly Link[];
  field: { action: string; name: string; value: string };
  /** The region of results; undefined while nothing was asked for. */
  results?: string | undefined;
  examples: readonly Link[];
  groups: readonly Link[];
  provinces: readonly Link[];
  list: Link;
  declaration?: DeclarationForm | undefined;
  /** On a plain file host only the browser can search. */
  needsScript: boolean;
}

export interface DeclarationForm {
  action: string;
  made: boolean;
  open: boolean;
  problems: readonly string[];
  name: string;
  born: string;
  bornAtLatest: string | undefined;
  returnTo: string;
}

export function searchPage(view: View, language: Language): SearchPage {
  const t = translator(language);
  const { search, catalogue, mode } = view;
  const path = searchPath(language);
  const text = search?.parameters.text.trim() ?? '';
  const trail = listTrail(language, { text: t('search.title'), href: path });
  const example = (typed: string): Link => ({ text: typed, href: searchAddress({ text: typed, filters: {}, page: 1, ignored: [] }, language) });
  return {
    head: { ...registerHead(view, language, { kind: 'search', path, title: text === '' ? t('search.title') : `${text} · ${t('search.title')}`, description: t('search.description'), trail, noindex: search !== undefined }), ...(search !== undefined && { twin: searchAddress(search.parameters, language === 'vi' ? 'en' : 'vi') }) },
    trail: trail.slice(0, 1),
    field: { action: path, name: SEARCH_NAMES[language].text, value: search?.parameters.text ?? '' },
    results: searchResults(view, language),
    examples: [t('search.example1'), t('search.example2'), t('search.example3'), t('search.example4')].map(example),
    groups: catalogue.groups.map(({ id, name }) => ({ text: name[language], href: groupPath(language, id) })),
    provinces: [...richestProvinces(view, language), { text: t('home.allPlaces'), href: provincesPath(language) }],
    list: { text: t('search.list'), href: productsPath(language) },
    declaration: mode === 'server' ? declarationOf(view, language) : undefined,
    needsScript: mode === 'static',
  };
}

/** The region of results as markup; undefined while nothing was asked for. */
export function searchResults(view: View, language: Language): string | undefined {
  const { search, catalogue, asOf } = view;
  if (search?.outcome === undefined) return undefined;
  const t = translator(language);
  const { parameters, problems, outcome } = search;
  const alcoholNote = search.declaration.made ? undefined : { text: t('search.alcoholHidden'), link: { text: t('search.alcohol'), href: '#khai-bao' } };
  const card = (id: string): ResultCard | undefined => {
    const product = catalogue.product(id);
    return product === undefined || (product.alcohol && !search.declaration.made) ? undefined : resultCard(view, product, language);
  };
  return resultsHtml(resultsView({ language, asOf, t, names: resultNames(view, language), card, parameters, problems, outcome, alcoholNote, limit: RESULTS_PER_PAGE }), t);
}

const SHOWN_PROVINCES = 7;

function richestProvinces({ catalogue }: View, language: Language): Link[] {
  return catalogue.provinces
    .map((province) => ({ province, count: counted(catalogue.productsOfProvince(province.code)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN_PROVINCES)
    .map(({ province }) => ({ text: shortProvince(province, language), href: provincePath(language, province.slug) }));
}

function declarationOf({ search, asOf }: View, language: Language): DeclarationForm {
  const t = translator(language);
  const { made, problems, name, born }: DeclarationView = search?.declaration ?? { made: false, problems: [] };
  const meansAlcohol = search?.outcome?.understood.meanings.some(({ kind }) => kind === 'alcohol') ?? false;
  return {
    action: declarationPath(language),
    made,
    open: problems.length > 0 || meansAlcohol,
    problems: problems.map((problem) => t(`search.alcoholProblem.${problem}`)),
    name: name ?? '',
    born: born ?? '',
    // The published page stands for many days, and who sends the form is asked again.
    bornAtLatest: search === undefined ? undefined : bornAtLatest(asOf),
    returnTo: search === undefined ? searchPath(language) : searchAddress(search.parameters, language),
  };
}
