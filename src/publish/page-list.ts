import type { Catalogue, RecordKey } from '../catalogue/catalogue.ts';
import { successorsOf } from '../catalogue/successors.ts';
import type { ResolvedPlace } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';
import { STAR_LEVELS } from '../domain/star-level.ts';
import * as paths from '../paths.ts';
import { SITEMAP_PAGES } from './feeds/sitemap.ts';
import type { AppFile, Feed, HtmlPage, HtmlPageKind, PublishedPage } from './page.ts';

/** Every commune as a dot, below the maps of all pages. */
const APP_FILES: readonly AppFile[] = [{ kind: 'app-file', path: '/map/dust.svg', inputs: ['register'], dated: false }];

/** Every address of the site in both languages, pages first, then files. */
export function pagesOf(catalogue: Catalogue): PublishedPage[] {
  const pages = paths.LANGUAGES.flatMap((language) => pagesIn(catalogue, language));
  return [...pages, ...APP_FILES, ...feedsOf(pages)];
}

function pagesIn(catalogue: Catalogue, language: paths.Language): HtmlPage[] {
  const page = (kind: HtmlPageKind, path: string, inputs: readonly RecordKey[], indexed = true): HtmlPage => ({
    kind,
    path,
    inputs: [...new Set<RecordKey>(['site', ...inputs])],
    dated: true,
    language,
    indexed,
  });
  return [
    page('home', paths.homePath(language), ['register']),
    page('products', paths.productsPath(language), ['register']),
    ...catalogue.products.map((product) =>
      page('product', paths.productPath(language, product.id), inputsOfProduct(catalogue, product), isIndexed(product)),
    ),
    ...catalogue.moved.products
      .map(({ id }) => ({ id, successors: successorsOf(catalogue, id) }))
      .filter(({ successors }) => successors.length > 1)
      .map(({ id, successors }) =>
        page('product', paths.productPath(language, id), successors.flatMap((product) => inputsOfProduct(catalogue, product)), false),
      ),
    page('producers', paths.producersPath(language), ['register']),
    ...catalogue.producers.map((producer) =>
      page('producer', paths.producerPath(language, producer.id), [`producer:${producer.id}`], !producer.sample),
    ),
    page('provinces', paths.provincesPath(language), ['register']),
    ...catalogue.provinces.map((province) =>
      page('province', paths.provincePath(language, province.slug), [`province:${province.code}`]),
    ),
    ...catalogue.communes.map((commune) =>
      page('commune', communePathOf(catalogue, language, commune), [`commune:${commune.code}`]),
    ),
    page('groups', paths.groupsPath(language), ['register']),
    ...catalogue.groups.map((group) => page('group', paths.groupPath(language, group.id), [`group:${group.id}`])),
    page('stars', paths.starsPath(language), ['register']),
    ...STAR_LEVELS.map((star) => page('star', paths.starPath(language, star), ['register'])),
    page('decisions', paths.decisionsPath(language), ['register']),
    ...catalogue.decisions.map((decision) =>
      page('decision', paths.decisionPath(language, decision.id), [`decision:${decision.id}`], !decision.sample),
    ),
    ...catalogue.products.flatMap((product) =>
      catalogue
        .certificatesOf(product.id)
        .map((certificate) =>
          page(
            'certificate',
            paths.certificatePath(language, certificate.id),
            [
              ...inputsOfProduct(catalogue, product),
              ...(certificate.decisionId === undefined ? [] : [`decision:${certificate.decisionId}` as const]),
            ],
            isIndexed(product),
          ),
        ),
    ),
    page('guide', paths.guidePath(language), ['register']),
    page('not-found', notFoundPath(language), [], false),
  ];
}

/** The page that stands under every address that leads nowhere; served with status 404. */
export const notFoundPath = (language: paths.Language): string => (language === 'vi' ? '/404/' : '/en/404/');

/** Alcohol stays out of search engines by law, practice goods because they do not exist. */
export function isIndexed(product: Product): boolean {
  return !product.alcohol && !product.sample;
}

/** With its maker, group and place: the page shows related products by each of them. */
function inputsOfProduct(catalogue: Catalogue, product: Product): RecordKey[] {
  return [
    `product:${product.id}`,
    ...(product.producerId === undefined ? [] : [`producer:${product.producerId}` as const]),
    ...(product.groupId === undefined ? [] : [`group:${product.groupId}` as const]),
    ...inputsOfPlace(catalogue.placeOf(product.id)),
  ];
}

function inputsOfPlace(place: ResolvedPlace): RecordKey[] {
  switch (place.kind) {
    case 'commune':
      return [`commune:${place.commune.code}`, `province:${place.province.code}`];
    case 'communes':
      return place.communes.flatMap((commune) => [`commune:${commune.code}`, `province:${commune.provinceCode}`] as const);
    case 'province':
      return [`province:${place.province.code}`];
    case 'provinces':
      return place.provinces.map((province) => `province:${province.code}` as const);
    case 'nothing':
      return [];
  }
}

function communePathOf(catalogue: Catalogue, language: paths.Language, commune: Catalogue['communes'][number]): string {
  const province = catalogue.province(commune.provinceCode);
  if (province === undefined) throw new Error(`commune ${commune.code} lies in unknown province ${commune.provinceCode}`);
  return paths.communePath(language, province.slug, commune.slug);
}

function feedsOf(pages: readonly HtmlPage[]): Feed[] {
  const sitemaps = Math.max(1, Math.ceil(pages.filter((page) => page.indexed).length / SITEMAP_PAGES));
  const feed = (kind: Feed['kind'], path: string, inputs: readonly RecordKey[], dated = false): Feed => ({ kind, path, inputs, dated });
  return [
    feed('catalogue-json', paths.catalogueJsonPath, ['site', 'register'], true),
    feed('products-csv', paths.productsCsvPath, ['site', 'register'], true),
    feed('sitemap-index', '/sitemap-index.xml', ['register']),
    ...Array.from({ length: sitemaps }, (_, index) => feed('sitemap', `/sitemap-${index + 1}.xml`, ['register'])),
    feed('robots', '/robots.txt', []),
    feed('security-txt', '/.well-known/security.txt', ['site'], true),
  ];
}
