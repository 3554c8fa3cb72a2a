import { toGtin14 } from './gtin.ts';
import type { PackAddress } from './pack-address.ts';
import type { Pack } from './product.ts';

/** Every address that leads to a pack, or to one of its lots, the canonical one first: by GTIN, then by our own code. */
export function packAddresses({ gtin, traceCode }: Pick<Pack, 'gtin' | 'traceCode'>, lot?: string): readonly PackAddress[] {
  return [
    ...(gtin === undefined ? [] : [{ gtin14: toGtin14(gtin), lot }]),
    ...(traceCode === undefined ? [] : [{ code: traceCode, lot }]),
  ];
}
