import type { Catalogue } from '../catalogue/catalogue.ts';
import { relatedProducts } from '../catalogue/related-products.ts';
import { successorsOf } from '../catalogue/successors.ts';
import type { Commune, Province } from '../domain/place.ts';
import type { Product } from '../domain/product.ts';
import { STAR_LEVELS } from '../domain/star-level.ts';
import * as paths from '../paths.ts';
import type { InputKey } from './input-key.ts';
import type { AppFile, Feed, HtmlPage, HtmlPageKind } from './page.ts';

/** Pages that there is one of, and the file below all maps: every commune as a dot. */
export function pagesOfLists(): (HtmlPage | AppFile)[] {
  return [
    ...inBoth('home', paths.homePath, ['products', 'places']),
    ...inBoth('products', paths.productsPath, ['products']),
    ...inBoth('producers', paths.producersPath, ['producers']),
    ...inBoth('provinces', paths.provincesPath, ['places']),
    ...inBoth('groups', paths.groupsPath, ['products']),
    ...inBoth('stars', paths.starsPath, ['products']),
    ...STAR_LEVELS.flatMap((star) => inBoth('star', (language) => paths.starPath(language, star), [`star:${star}`])),
    ...inBoth('decisions', paths.decisionsPath, ['decisions', 'products']),
    ...inBoth('guide', paths.guidePath, ['signing-key']),
    ...inBoth('statistics', paths.statisticsPath, ['products', 'producers', 'decisions']),
    ...inBoth('updates', paths.updatesPath, ['updates', 'products', 'producers', 'decisions']),
    ...inBoth('scan', paths.scanPath, []),
    ...inBoth('report', paths.reportPath, []),
    ...inBoth('search', paths.searchPath, ['places']),
    ...inBoth('not-found', notFoundPath, [], false),
    { kind: 'app-file', path: '/map/dust.svg', inputs: ['ground'] },
  ];
}

/** A product with the few goods that its page shows beside it, and each of its certificates. */
export function pagesOfProduct(catalogue: Catalogue, product: Product): HtmlPage[] {
  const { sameProducer, samePlace, sameGroup } = relatedProducts(catalogue, product);
  const own: InputKey = `product:${product.id}`;
  const related = [...sameProducer, ...samePlace, ...sameGroup].map(({ id }): InputKey => `product:${id}`);
  const certificates = catalogue.certificatesOf(product.id);
  const decisions = new Set(certificates.flatMap(({ decisionId, revokedBy }) => [decisionId, revokedBy].filter((id) => id !== undefined)));
  const ofCertificate: InputKey[] = [own, ...[...decisions].map((id): InputKey => `decision-name:${id}`), 'signing-key'];
  const indexed = isIndexed(product);
  return [
    ...inBoth('product', (language) => paths.productPath(language, product.id), [own, ...related], indexed),
    ...certificates.flatMap(({ id }) => inBoth('certificate', (language) => paths.certificatePath(language, id), ofCertificate, indexed)),
  ];
}

/** The signed form of each certificate of a product. */
export function proofsOfProduct(catalogue: Catalogue, product: Product): Feed[] {
  return catalogue.certificatesOf(product.id).map(({ id }) => ({
    kind: 'certificate-proof',
    path: paths.certificateProofPath(id),
    inputs: [`product:${product.id}`, `status-place:${id}`, 'signing-key'],
  }));
}

/** An address that was split into several products has a page that names them all. */
export function pagesOfSplits(catalogue: Catalogue): HtmlPage[] {
  return catalogue.moved.products.flatMap(({ id }) => {
    const successors = successorsOf(catalogue, id);
    if (successors.length < 2) return [];
    return inBoth('product', (language) => paths.productPath(language, id), successors.map((product): InputKey => `product:${product.id}`), false);
  });
}

export function pagesOfProducer({ id, sample }: Catalogue['producers'][number]): HtmlPage[] {
  return inBoth('producer', (language) => paths.producerPath(language, id), [`producer:${id}`], !sample);
}

export function pagesOfDecision({ id, sample }: Catalogue['decisions'][number]): HtmlPage[] {
  return inBoth('decision', (language) => paths.decisionPath(language, id), [`decision:${id}`], !sample);
}

export function pagesOfGroup({ id }: Catalogue['groups'][number]): HtmlPage[] {
  return inBoth('group', (language) => paths.groupPath(language, id), [`group:${id}`]);
}

export function pagesOfProvince({ code, slug }: Province): HtmlPage[] {
  return inBoth('province', (language) => paths.provincePath(language, slug), [`province:${code}`, `places-of:${code}`]);
}

export function pagesOfCommune(catalogue: Catalogue, commune: Commune): HtmlPage[] {
  const inputs: InputKey[] = [`commune:${commune.code}`, `places-of:${commune.provinceCode}`];
  return inBoth('commune', (language) => communePathOf(catalogue, language, commune), inputs);
}

/** The page that stands under every address that leads nowhere; served with status 404. */
export const notFoundPath = (language: paths.Language): string => (language === 'vi' ? '/404/' : '/en/404/');

/** Alcohol stays out of search engines by law, practice goods because they do not exist. */
export function isIndexed(product: Product): boolean {
  return !product.alcohol && !product.sample;
}

function inBoth(kind: HtmlPageKind, path: (language: paths.Language) => string, inputs: readonly InputKey[], indexed = true): HtmlPage[] {
  return paths.LANGUAGES.map((language) => ({ kind, path: path(language), inputs, language, indexed }));
}

function communePathOf(catalogue: Catalogue, language: paths.Language, commune: Commune): string {
  const province = catalogue.province(commune.provinceCode);
  if (province === undefined) throw new Error(`commune ${commune.code} lies in unknown province ${commune.provinceCode}`);
  return paths.communePath(language, province.slug, commune.slug);
}
