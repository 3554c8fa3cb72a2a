import type { Catalogue } from '../catalogue/catalogue.ts';
import { packPath } from '../domain/pack-address.ts';
import { packAddresses } from '../domain/pack-addresses.ts';
import type { Product } from '../domain/product.ts';
import * as paths from '../paths.ts';
import { hasEvents } from '../trace/epcis/lot-events.ts';
import type { InputKey } from './input-key.ts';
import type { Feed } from './page.ts';

/** The files for machines of a product's packs: a linkset by each code of a pack and lot, an EPCIS document by lot. */
export function traceFilesOf(catalogue: Pick<Catalogue, 'lotsOf'>, product: Product): Feed[] {
  const own: InputKey = `product:${product.id}`;
  const lots = catalogue.lotsOf(product.id);
  return product.packs.flatMap((pack) => [
    ...packAddresses(pack).map((address) => linkset(packPath(address), [own])),
    ...lots.filter(({ sku }) => sku === pack.sku).flatMap((lot) => {
      const inputs: InputKey[] = [own, `lot:${product.id}/${lot.code}`];
      const addresses = packAddresses(pack, lot.code).map(packPath);
      const journey = hasEvents({ lot }) ? addresses.slice(0, 1) : [];
      return [...addresses.map((path) => linkset(path, inputs)), ...journey.map((path): Feed => ({ kind: 'epcis', path: paths.epcisPath(path), inputs }))];
    }),
  ]);
}

/** Links to signatures come and go with the key. */
function linkset(packPath: string, inputs: readonly InputKey[]): Feed {
  return { kind: 'linkset', path: paths.linksetPath(packPath), inputs: [...inputs, 'signing-key'] };
}
