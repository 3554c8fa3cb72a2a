import type { Catalogue, NamedPack } from '../../catalogue/catalogue.ts';
import { parseDigitalLink } from '../../domain/digital-link.ts';
import type { Lot } from '../../domain/lot.ts';
import type { PackAddress } from '../../domain/pack-address.ts';
import { parseTraceLink } from '../../domain/trace-link.ts';

export interface AddressedPack extends NamedPack {
  address: PackAddress;
  lot: Lot | undefined;
}

/** The pack or lot that a file for machines is about; `pathOf` says where the file of a pack's path lies. Throws when there is none. */
export function packAt(catalogue: Pick<Catalogue, 'packByGtin' | 'packByTraceCode' | 'lot'>, path: string, pathOf: (packPath: string) => string): AddressedPack {
  const [before, after] = pathOf('\n').split('\n') as [string, string];
  const packPath = path.slice(before.length, path.length - after.length);
  const address = addressOf(packPath);
  const named = address && ('gtin14' in address ? catalogue.packByGtin(address.gtin14) : catalogue.packByTraceCode(address.code));
  if (address === undefined || named === undefined || pathOf(packPath) !== path) throw new Error(`${path} names no pack`);
  const lot = address.lot === undefined ? undefined : catalogue.lot(named.product.id, address.lot);
  if (address.lot !== undefined && lot?.sku !== named.pack.sku) throw new Error(`${path} names no lot of its pack`);
  return { ...named, address, lot };
}

function addressOf(packPath: string): PackAddress | undefined {
  const link = packPath.startsWith('/t/') ? parseTraceLink(packPath) : parseDigitalLink(packPath);
  if ('fault' in link) return undefined;
  const lot = link.lot === undefined ? {} : { lot: link.lot };
  return link.kind === 'code' ? { code: link.code, ...lot } : { gtin14: link.gtin14, ...lot };
}
