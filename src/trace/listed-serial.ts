import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PackAddress } from '../domain/pack-address.ts';
import { serialHash } from './labels/serials.ts';

type Serials = Pick<Catalogue, 'packByGtin' | 'packByTraceCode' | 'serialHashesOf'>;

/** Whether a serial is among those issued for its lot; undefined where the lot, or its serials, are unknown. */
export function isListedSerial(catalogue: Serials, address: PackAddress): boolean | undefined {
  const { lot, serial } = address;
  const named = 'code' in address ? catalogue.packByTraceCode(address.code) : catalogue.packByGtin(address.gtin14);
  if (named === undefined || lot === undefined || serial === undefined) return undefined;
  const hashes = catalogue.serialHashesOf(named.product.id, lot);
  return hashes.length === 0 ? undefined : hashes.includes(serialHash(lot, serial));
}
