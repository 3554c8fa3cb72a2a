import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { packAddresses } from '../../src/domain/pack-addresses.ts';
import type { LotSource } from '../../src/trace/epcis/epcis-names.ts';

export const SITE = 'https://ocop.example';
export const AS_OF = '2026-11-22';

/** The register with its practice goods. */
export const register: Catalogue = (() => {
  const { catalogue, problems } = loadCatalogue({ contentDir: join(import.meta.dirname, '../../content'), samples: true, today: AS_OF });
  if (catalogue === undefined) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'));
  return catalogue;
})();

/** Every lot of the register whose pack has a code. */
export const sampleLots: readonly LotSource[] = register.lots.flatMap((lot) => {
  const product = register.product(lot.productId);
  const pack = product?.packs.find(({ sku }) => sku === lot.sku);
  return product === undefined || pack === undefined || packAddresses(pack).length === 0 ? [] : [{ catalogue: register, siteUrl: SITE, product, pack, lot }];
});
