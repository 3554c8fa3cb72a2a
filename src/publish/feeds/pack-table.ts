import { certificateOn, type Certificate } from '../../domain/certificate.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { CertificateTerm } from '../../domain/certificate-status.ts';
import { toGtin14 } from '../../domain/gtin.ts';
import { partCount, partNames, partOf, type PackRow } from '../../domain/pack-table.ts';
import type { Product } from '../../domain/product.ts';
import { packTablePath } from '../../paths.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { remember } from '../../catalogue/remember.ts';

export type PackCatalogue = Pick<Catalogue, 'products' | 'certificatesOf'>;

/**
 * The parts of the table by name, as JSON texts. A row says which days decide its star, not what it is today: the day of
 * the publish only says which certificate counts.
 */
export function packTables(catalogue: PackCatalogue, asOf: IsoDate): ReadonlyMap<string, string> {
  const kept = last.get(catalogue);
  if (kept?.asOf === asOf) return kept.parts;
  const parts = makeParts(catalogue, asOf);
  last.set(catalogue, { asOf, parts });
  return parts;
}

/** `/data/packs/<part>.json`. Throws for a part that the table does not have. */
export function packTable({ catalogue, asOf }: { catalogue: PackCatalogue; asOf: IsoDate }, path: string): string {
  const part = [...packTables(catalogue, asOf)].find(([name]) => packTablePath(name) === path);
  if (part === undefined) throw new Error(`${path} is no part of the table of packs`);
  return part[1];
}

/** Codes on packs; a pack may have two. */
export function countPackCodes({ products }: Pick<Catalogue, 'products'>): number {
  return withPacks(products).reduce((sum, product) => sum + codesOf(product).length, 0);
}

/** The list stays the same while its products do, and most have no packs yet. */
const withPacks = remember((products: readonly Product[]) => products.filter(({ packs }) => packs.length > 0));

const last = new WeakMap<PackCatalogue, { asOf: IsoDate; parts: ReadonlyMap<string, string> }>();

function makeParts(catalogue: PackCatalogue, asOf: IsoDate): ReadonlyMap<string, string> {
  const count = partCount(countPackCodes(catalogue));
  const rows = new Map(partNames(count).map((name): [string, string[]] => [name, []]));
  for (const product of withPacks(catalogue.products)) {
    for (const { code, text } of rowTexts(product, certificateOn(catalogue.certificatesOf(product.id), asOf))) rows.get(partOf(code, count))?.push(text);
  }
  return new Map([...rows].map(([name, texts]) => [name, `{"packs":[${texts.join(',\n')}]}\n`]));
}

interface RowText {
  code: string;
  text: string;
}

/** Records are never changed in place, so the same objects give the same rows. */
function rowTexts(product: Product, certificate: Certificate | undefined): readonly RowText[] {
  const kept = known.get(product);
  if (kept !== undefined && kept.certificate === certificate) return kept.rows;
  const rows = codesOf(product).map((code) => ({ code, text: JSON.stringify(rowOf(product, code, certificate)) }));
  known.set(product, { certificate, rows });
  return rows;
}

const known = new WeakMap<Product, { certificate: Certificate | undefined; rows: readonly RowText[] }>();

function codesOf({ packs }: Product): string[] {
  return packs.flatMap(({ gtin, traceCode }) => [gtin === undefined ? undefined : toGtin14(gtin), traceCode]).filter((code) => code !== undefined);
}

function rowOf({ name, sample }: Product, code: string, certificate: Certificate | undefined): PackRow {
  const stars = certificate?.stars;
  return { code, name, ...(stars !== undefined && { stars }), ...(certificate !== undefined && { term: termOf(certificate) }), ...(sample && { sample }) };
}

/** Without what is absent; a Certificate has much else. */
function termOf({ grantedOn, validUntil, heldAtMostUntil, lapsedBy, revokedOn, replacedOn }: Certificate): CertificateTerm {
  return {
    ...(grantedOn !== undefined && { grantedOn }),
    ...(validUntil !== undefined && { validUntil }),
    ...(heldAtMostUntil !== undefined && { heldAtMostUntil }),
    ...(lapsedBy !== undefined && { lapsedBy }),
    ...(revokedOn !== undefined && { revokedOn }),
    ...(replacedOn !== undefined && { replacedOn }),
  };
}
