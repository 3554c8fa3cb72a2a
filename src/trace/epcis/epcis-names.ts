import type { Catalogue } from '../../catalogue/catalogue.ts';
import { slugify } from '../../domain/fold.ts';
import type { ProcessingStep } from '../../domain/journey-step.ts';
import type { Lot } from '../../domain/lot.ts';
import { packPath } from '../../domain/pack-address.ts';
import { packAddresses } from '../../domain/pack-addresses.ts';
import type { Pack, Product } from '../../domain/product.ts';
import * as paths from '../../paths.ts';

/** What a lot's document is made from. */
export interface LotSource {
  catalogue: Pick<Catalogue, 'provinces' | 'placeOf' | 'certificatesOf' | 'documentsOf'>;
  /** Origin without trailing slash. */
  siteUrl: string;
  product: Product;
  pack: Pack;
  lot: Lot;
}

/** By the pack's GTIN where it has one, else by our trace code. Throws for a pack with neither, which no event can name. */
export function lotPath({ pack, lot }: Pick<LotSource, 'pack' | 'lot'>): string {
  const [address] = packAddresses(pack, lot.code);
  if (address === undefined) throw new Error(`pack ${pack.sku} has neither GTIN nor trace code`);
  return packPath(address);
}

export function lotUrl(source: LotSource): string {
  return source.siteUrl + lotPath(source);
}

/** A raw material has no number of its own: below the product's page, by its name and lot, else by the lot it went into. */
export function materialUrl({ siteUrl, product, lot }: LotSource, material: string, materialLot: string | undefined): string {
  return `${siteUrl}${paths.productPath('vi', product.id)}#nguyen-lieu-${inFragment(material)}-${encodeURIComponent(materialLot ?? `cho-lo-${lot.code}`)}`;
}

/** What comes out of a step that is not yet the last processing. */
export function intermediateUrl({ siteUrl, product, lot }: LotSource, order: number): string {
  return `${siteUrl}${paths.productPath('vi', product.id)}#ban-thanh-pham-${order}-cho-lo-${lot.code}`;
}

/**
 * What goes into a processing. Of a later one, the only material that was neither harvested, bought nor put in before is
 * what the processing before gave.
 */
export function inputUrl(source: LotSource, { material, lot }: ProcessingStep['inputs'][number], processedBefore: number): string {
  const { steps } = source.lot;
  const processings = steps.filter((step) => step.kind === 'processing');
  const earlier = processings.slice(0, processedBefore).flatMap(({ inputs }) => inputs.map((input) => input.material));
  const brought = steps.flatMap((step) => (step.kind === 'harvest' || step.kind === 'purchase' ? [step.material] : []));
  const isNew = (name: string): boolean => !earlier.includes(name) && !brought.includes(name);
  const fresh = (processings[processedBefore]?.inputs ?? []).filter((input) => input.lot === undefined && isNew(input.material));
  const isMadeBefore = processedBefore > 0 && lot === undefined && fresh.length === 1 && fresh[0]?.material === material;
  return isMadeBefore ? intermediateUrl(source, processedBefore) : materialUrl(source, material, lot);
}

/** A paper that is not kept here, by its number. */
export function paperUrl({ siteUrl, product, lot }: LotSource, number: string): string {
  return `${siteUrl}${paths.productPath('vi', product.id)}#giay-to-${encodeURIComponent(number)}-cua-lo-${lot.code}`;
}

/** Where a file of the lot lies; undefined for one that the register does not hold. */
export function documentUrl({ catalogue, siteUrl, lot }: LotSource, file: string): string | undefined {
  const found = catalogue.documentsOf(lot.productId, lot.code).find((document) => document.file === file);
  return found && siteUrl + paths.documentPath(found.sha256, found.extension);
}

/** Letters that are not Latin have no form without marks. */
export function inFragment(name: string): string {
  return encodeURIComponent(slugify(name));
}
