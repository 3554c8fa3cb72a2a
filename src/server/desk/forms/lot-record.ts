import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { deskPath } from '../../../paths.ts';
import { recordsOnDisk } from '../changes/records-on-disk.ts';
import type { DeskParts } from '../desk-parts.ts';
import { refuse, type Visit } from '../guard.ts';
import { openRecord, type OpenedRecord } from './record-form.ts';

export const lotRecord = (productId: string, code: string): string => `content/lots/${productId}/${code}.yaml`;
/** Where what belongs to a lot lies. */
export const lotFile = (record: string, name: string): string => record.replace(/\.yaml$/, `/${name}`);
export const lotForm = (productId: string, code: string, ...rest: readonly string[]): string => deskPath('ho-so', 'san-pham', productId, 'lo', code, ...rest);

/** The order of a record's fields. */
export const LOT_ORDER = [
  'sku', 'producedOn', 'packedOn', 'useBy', 'bestBefore', 'quantity', 'standard', 'steps', 'documents', 'photographs', 'serials', 'declared', 'approved', 'recall', 'sources',
];

/** Addresses of one lot: product and code stand in them as they stand in the record's path. */
export const lotPattern = (rest: string): RegExp => new RegExp(`^/quan-ly/ho-so/san-pham/(?<id>[a-z0-9-]+)/lo/(?<ma>[A-Z0-9-]{1,20})/${rest}$`);

export interface OpenedLot {
  product: RawRegister['products'][number];
  code: string;
  opened: OpenedRecord;
}

/** A real product, no practice goods; undefined for an unknown or moved one. */
export function realProduct({ contentDir, cacheFile }: DeskParts, id: string): RawRegister['products'][number] | undefined {
  return recordsOnDisk(contentDir, cacheFile).register.products.find((product) => product.id === id && !product.sample);
}

/** Answers with the lot that the address names, or says that there is none. */
export async function withLot(parts: DeskParts, visit: Visit, answer: (lot: OpenedLot) => Promise<Response>): Promise<Response> {
  const { id = '', ma = '' } = visit.context.params;
  const product = realProduct(parts, id);
  const opened = openRecord(parts, lotRecord(id, ma));
  return product === undefined || opened.before === undefined ? refuse(parts, 404, 'not-found', visit.session) : answer({ product, code: ma, opened });
}
