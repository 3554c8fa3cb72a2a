import type { Catalogue } from '../catalogue/catalogue.ts';
import { successorsOf } from '../catalogue/successors.ts';
import type { MovedRecord } from '../domain/product.ts';
import * as paths from '../paths.ts';

type PathOf = (language: paths.Language, id: string) => string;

/**
 * Where addresses of moved records lead, in both languages, chains resolved to their end; and where those lead that somebody
 * gets who cuts the end off an address.
 * A product split into several has a page of its own instead, which prefers none of them; other splits lead to the list.
 */
export function redirectsOf(catalogue: Catalogue): Map<string, string> {
  return new Map([
    ...paths.LANGUAGES.map((language): [string, string] => [paths.communesPath(language), paths.provincesPath(language)]),
    ...paths.LANGUAGES.map((language): [string, string] => [paths.certificatesPath(language), paths.decisionsPath(language)]),
    ...redirectsOfKind(catalogue.moved.products, paths.productPath, paths.productsPath, (id) => successorsOf(catalogue, id).length > 1),
    ...redirectsOfKind(catalogue.moved.producers, paths.producerPath, paths.producersPath),
    ...redirectsOfKind(catalogue.moved.decisions, paths.decisionPath, paths.decisionsPath),
  ]);
}

function redirectsOfKind(
  moved: readonly MovedRecord[],
  pathOf: PathOf,
  listPath: (language: paths.Language) => string,
  hasOwnPage: (id: string) => boolean = () => false,
): [string, string][] {
  const targets = new Map(moved.map((record) => [record.id, record.to]));
  return moved.flatMap((record) => {
    if (hasOwnPage(record.id)) return [];
    const end = endOf(record.id, targets);
    return paths.LANGUAGES.map((language): [string, string] => [
      pathOf(language, record.id),
      end === undefined ? listPath(language) : pathOf(language, end),
    ]);
  });
}

/** The one record at the end of a chain of moves; undefined for a split, nothing at all, or a circle. */
function endOf(id: string, targets: ReadonlyMap<string, readonly string[]>): string | undefined {
  const seen = new Set<string>();
  let current = id;
  for (let next = targets.get(current); next !== undefined; next = targets.get(current)) {
    const [only, ...others] = next;
    if (only === undefined || others.length > 0 || seen.has(current)) return undefined;
    seen.add(current);
    current = only;
  }
  return current;
}
