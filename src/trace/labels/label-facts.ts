import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { toGtin14 } from '../../domain/gtin.ts';
import type { Lot } from '../../domain/lot.ts';
import { packPath, type PackAddress } from '../../domain/pack-address.ts';
import type { Pack, Product } from '../../domain/product.ts';
import { spacedTraceCode } from '../../domain/trace-code.ts';
import { formatPartialDate } from '../../i18n/format-date.ts';
import { starOnLabel, type LabelStar } from './label-star.ts';

/** What one label says, and the address in its symbol. */
export interface LabelFacts {
  /** What the QR holds. */
  address: string;
  /** To be compared with the page that opens. */
  domain: string;
  product: string;
  pack: string;
  /** Undefined where no source names the producer. */
  producer: string | undefined;
  /** `GTIN 09521234567899` or `Mã truy vết 7K2M9-QX4TB`. */
  code: string;
  /** Lot, dates and serial, a line each. */
  lines: readonly string[];
  star: LabelStar | undefined;
  /** Why no star is printed. */
  withoutStar: string | undefined;
  /** For the bars beside the QR, where the pack has a GTIN-13. */
  ean13: string | undefined;
  /** Words over the label: practice data, a site that nobody else can reach. */
  warnings: readonly string[];
}

export interface LabelSubject {
  product: Product;
  pack: Pack;
  lot?: Lot | undefined;
  serial?: string | undefined;
}

export interface LabelChoices {
  /** Origin without trailing slash. */
  siteUrl: string;
  printedOn: IsoDate;
  /** The address in capitals throughout: valid, and a smaller symbol where it grows large. */
  capitals?: boolean;
}

/** True for a pack that has a number or code to print. */
export function hasAddress({ gtin, traceCode }: Pack): boolean {
  return gtin !== undefined || traceCode !== undefined;
}

/** Throws a RangeError for a pack without GTIN and trace code. */
export function labelFacts(catalogue: Catalogue, subject: LabelSubject, { siteUrl, printedOn, capitals = false }: LabelChoices): LabelFacts {
  const { product, pack, lot, serial } = subject;
  const address = siteUrl + packPath(addressOf(subject));
  const star = starOnLabel(catalogue, product, pack, printedOn);
  const sample = product.sample || lot?.sample === true;
  return {
    address: capitals ? address.toUpperCase() : address,
    domain: new URL(siteUrl).host,
    product: product.name,
    pack: pack.label,
    producer: product.producerId === undefined ? undefined : catalogue.producer(product.producerId)?.name,
    code: pack.gtin === undefined ? `Mã truy vết ${spacedTraceCode(pack.traceCode as string)}` : `GTIN ${toGtin14(pack.gtin)}`,
    lines: [...lotLines(lot), ...(serial === undefined ? [] : [`Số sê-ri: ${serial}`])],
    star: 'star' in star ? star.star : undefined,
    withoutStar: 'star' in star ? undefined : star.without,
    ean13: gtin13Of(pack.gtin),
    warnings: [...(sample ? ['DỮ LIỆU MINH HOẠ'] : []), ...(isPublic(siteUrl) ? [] : ['THỬ NGHIỆM'])],
  };
}

/** False for an address that only this machine can open. */
export function isPublic(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl);
  return !(/^(?:localhost|.*\.localhost|\[::1\]|0\.0\.0\.0)$/.test(hostname) || /^127(?:\.\d{1,3}){3}$/.test(hostname));
}

function addressOf({ pack, lot, serial }: LabelSubject): PackAddress {
  const qualifiers = { ...(lot !== undefined && { lot: lot.code }), ...(serial !== undefined && { serial }) };
  if (pack.gtin !== undefined) return { gtin14: toGtin14(pack.gtin), ...qualifiers };
  if (pack.traceCode !== undefined) return { code: pack.traceCode, ...qualifiers };
  throw new RangeError(`pack ${pack.sku} has neither GTIN nor trace code`);
}

function lotLines(lot: Lot | undefined): string[] {
  if (lot === undefined) return [];
  const { code, useBy, bestBefore } = lot;
  const dated = (label: string, date: string | undefined): string[] => (date === undefined ? [] : [`${label}: ${formatPartialDate(date, 'vi')}`]);
  return [`Lô: ${code}`, ...dated('HSD', useBy), ...(useBy === undefined ? dated('Tốt nhất trước', bestBefore) : [])];
}

/** A GTIN-12 prints the same bars with a zero before it; of 14 digits those of single packs begin with one. */
function gtin13Of(gtin: string | undefined): string | undefined {
  if (gtin === undefined || gtin.length === 8) return undefined;
  const gtin14 = toGtin14(gtin);
  return /^0(?!0{5})/.test(gtin14) ? gtin14.slice(1) : undefined;
}
