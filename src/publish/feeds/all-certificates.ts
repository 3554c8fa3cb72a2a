import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ProductFacts } from '../../catalogue/product-facts.ts';
import { remember } from '../../catalogue/remember.ts';
import type { Certificate } from '../../domain/certificate.ts';

type Facts = readonly ProductFacts[];

/** Sorted by id, practice certificates among them. */
export const allCertificates = remember(({ facts }: Pick<Catalogue, 'facts'>): readonly Certificate[] => {
  const certificates = (last && sortedAfter(last, facts)) ?? facts.flatMap((one) => one.certificates).sort(byId);
  last = { facts, certificates };
  return certificates;
});

interface Sorted {
  facts: Facts;
  certificates: readonly Certificate[];
}

let last: Sorted | undefined;

/** With more than these another sort is as quick. */
const FEW = 1_000;

/** The last list with those of a few products taken out and put in; undefined where too much is other. */
function sortedAfter(before: Sorted, facts: Facts): readonly Certificate[] | undefined {
  if (facts.length !== before.facts.length) return undefined;
  const others = facts.flatMap((one, at) => (one === before.facts[at] ? [] : [at]));
  if (others.length > FEW) return undefined;
  if (others.length === 0) return before.certificates;
  const gone = new Set(others.flatMap((at) => before.facts[at]?.certificates ?? []));
  const certificates = before.certificates.filter((certificate) => !gone.has(certificate));
  for (const at of others) for (const certificate of facts[at]?.certificates ?? []) certificates.splice(placeFor(certificate, certificates), 0, certificate);
  return certificates;
}

/** Where it belongs in a sorted list. */
function placeFor(certificate: Certificate, certificates: readonly Certificate[]): number {
  let [low, high] = [0, certificates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byId(certificates[middle] as Certificate, certificate) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byId(a: Certificate, b: Certificate): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
