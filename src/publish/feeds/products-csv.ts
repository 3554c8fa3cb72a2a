import { openBlocks } from '../../catalogue/blocks.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { lowestPackPrice } from '../../catalogue/pack-price.ts';
import type { ProductFacts } from '../../catalogue/product-facts.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { statusOn, type Status } from '../../domain/certificate-status.ts';
import type { Product } from '../../domain/product.ts';
import { productPath } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';
import { placeFields } from './place-fields.ts';

const UNKNOWN = 'chưa rõ';

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  valid: 'còn hiệu lực',
  expiring: 'sắp hết hiệu lực',
  expired: 'hết hiệu lực',
  revoked: 'bị thu hồi',
  unconfirmed: 'chưa xác nhận',
};

const COLUMNS = [
  'Mã sản phẩm',
  'Tên sản phẩm',
  'Tên tiếng Anh',
  'Chủ thể',
  'Nhóm sản phẩm',
  'Hạng sao',
  'Số quyết định',
  'Ngày quyết định',
  'Nguồn ghi nhận sao vào',
  'Hiệu lực đến hết ngày',
  'Tình trạng',
  'Tính đến ngày',
  'Cơ sở thông tin',
  'Xã/phường/đặc khu',
  'Tỉnh/thành phố',
  'Nguồn',
  'Trang sản phẩm',
  'Giá thấp nhất, đồng',
  'Mua được trên trang',
  'Ghi chú',
];

type Parts = Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl'>;

/**
 * /data/products.csv for a spreadsheet: UTF-8 with byte order mark, RFC 4180.
 * A list, so without alcohol; the complete register is /data/catalogue.json.
 */
export function productsCsv({ catalogue, asOf, siteUrl }: Parts): Buffer {
  const { facts, products, producers, groups, shop } = catalogue;
  const inBlocks = blocks(facts, [producers, JSON.stringify(groups), shop.offers, asOf, siteUrl], (from, to) => {
    const listed = products.slice(from, to).filter((product) => !product.alcohol);
    return Buffer.from(listed.map((product) => productLine(product, { catalogue, asOf, siteUrl })).join(''));
  });
  return Buffer.concat([Buffer.from(`\uFEFF${lineOf(COLUMNS)}`), ...inBlocks]);
}

const blocks = openBlocks<ProductFacts, Buffer>();

function lineOf(row: readonly string[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

/** Changes whenever anything does that the line of a product says. */
interface MadeFrom {
  certificates: unknown;
  place: unknown;
  producer: unknown;
  offers: unknown;
  group: string | undefined;
  asOf: IsoDate;
  siteUrl: string;
}

const known = new WeakMap<Product, { madeFrom: MadeFrom; line: string }>();

/** Records are never changed in place, so the same objects give the same line. */
function productLine(product: Product, { catalogue, asOf, siteUrl }: Parts): string {
  const producer = product.producerId && catalogue.producer(product.producerId);
  const group = product.groupId && catalogue.group(product.groupId)?.name.vi;
  const madeFrom: MadeFrom = { certificates: catalogue.certificatesOf(product.id), place: catalogue.placeOf(product.id), producer, offers: catalogue.shop.offersOf(product.id), group, asOf, siteUrl };
  const kept = known.get(product);
  if (kept !== undefined && isSame(kept.madeFrom, madeFrom)) return kept.line;
  const line = lineOf(rowOf(product, catalogue, asOf, siteUrl));
  known.set(product, { madeFrom, line });
  return line;
}

function isSame(a: MadeFrom, b: MadeFrom): boolean {
  return a.certificates === b.certificates && a.place === b.place && a.producer === b.producer && a.offers === b.offers && a.group === b.group && a.asOf === b.asOf && a.siteUrl === b.siteUrl;
}

function rowOf(product: Product, catalogue: Catalogue, asOf: IsoDate, siteUrl: string): string[] {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  const place = placeFields(catalogue.placeOf(product.id));
  const source = (certificate?.sources[0] ?? product.sources[0]) as { url?: string; title?: string } | undefined;
  const row: (string | undefined)[] = [
    product.id,
    product.name,
    product.nameEn,
    product.producerId && catalogue.producer(product.producerId)?.name,
    product.groupId && catalogue.group(product.groupId)?.name.vi,
    certificate?.stars?.toString(),
    certificate?.number,
    certificate?.grantedOn,
    certificate?.attestedOn,
    certificate?.validUntil,
    STATUS_WORDS[certificate === undefined ? 'unconfirmed' : statusOn(certificate, asOf).status],
    asOf,
    certificate && (certificate.basis === 'read' ? 'đọc từ nguồn' : 'suy ra'),
    place.commune?.name ?? candidates(place.kind === 'communes' ? place.candidates : undefined),
    place.province?.name ?? candidates(place.kind === 'provinces' ? place.candidates : undefined),
    source?.url ?? source?.title,
    siteUrl + productPath('vi', product.id),
    lowestPackPrice(catalogue, product)?.toString(),
    catalogue.shop.offersOf(product.id).length > 0 ? 'có' : 'không',
  ];
  return [...row.map((value) => value ?? UNKNOWN), product.sample ? 'dữ liệu minh hoạ' : ''];
}

function candidates(places: readonly { name: string }[] | undefined): string | undefined {
  return places && `một trong: ${places.map((place) => place.name).join('; ')}`;
}

/** A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
