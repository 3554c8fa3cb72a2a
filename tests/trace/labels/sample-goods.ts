import { loadCatalogue } from '../../../src/catalogue/load.ts';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { hasAddress, type LabelSubject } from '../../../src/trace/labels/label-facts.ts';

export const PRINTED_ON = '2026-11-22';

const loaded = loadCatalogue({ contentDir: 'content', samples: true, today: PRINTED_ON });
if (loaded.catalogue === undefined) throw new Error('the records have errors');
export const catalogue: Catalogue = loaded.catalogue;

/** Every practice pack with a number or code, then every lot of one. */
export const subjects: readonly LabelSubject[] = catalogue.products
  .filter(({ sample }) => sample)
  .flatMap((product) =>
    product.packs.filter(hasAddress).flatMap((pack) => [
      { product, pack },
      ...catalogue.lotsOf(product.id).filter(({ sku }) => sku === pack.sku).map((lot) => ({ product, pack, lot })),
    ]),
  );
