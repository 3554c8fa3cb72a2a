import type { Catalogue } from '../../catalogue/catalogue.ts';
import { nearestName } from '../../catalogue/nearest-name.ts';
import type { Lot } from '../../domain/lot.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { hasAddress, type LabelSubject } from './label-facts.ts';

/** The pack or lot that labels are wanted for; a string is why there is none. */
export function findSubject(catalogue: Catalogue, wanted: { sku: string } | { product: string; lot: string }): LabelSubject | string {
  const found = 'sku' in wanted ? packOf(catalogue, wanted.sku) : lotOf(catalogue, wanted.product, wanted.lot);
  if (typeof found === 'string') return found;
  if (!hasAddress(found.pack)) return withoutAddress(found);
  return found.lot?.recall === undefined ? found : recalled(found.lot);
}

export function recalled({ code, recall }: Lot): string {
  return `Lô ${code} đã thu hồi${recall === undefined ? '' : ` ngày ${formatDate(recall.on, 'vi')}`}: không in nhãn cho lô này.`;
}

export function withoutAddress({ product, pack }: Pick<LabelSubject, 'product' | 'pack'>): string {
  return (
    `Quy cách "${pack.sku}" (${product.name}, ${pack.label}) chưa có GTIN, cũng chưa có mã truy vết, nên chưa có địa chỉ để in. ` +
    'Mở sản phẩm trong bàn làm việc (/quan-ly/ho-so/) để cấp mã truy vết cho quy cách, hoặc ghi GTIN khi chủ thể đã đăng ký mã vạch.'
  );
}

function packOf({ products }: Catalogue, sku: string): LabelSubject | string {
  for (const product of products) {
    const pack = product.packs.find((one) => one.sku === sku);
    if (pack !== undefined) return { product, pack };
  }
  return `Không có quy cách "${sku}".${suggestion(sku, products.flatMap(({ packs }) => packs.map((pack) => pack.sku)))}`;
}

function lotOf(catalogue: Catalogue, productId: string, code: string): LabelSubject | string {
  const product = catalogue.product(productId);
  if (product === undefined) return `Không có sản phẩm "${productId}".${suggestion(productId, catalogue.products.map(({ id }) => id))}`;
  const lot = catalogue.lot(productId, code);
  if (lot === undefined) {
    const codes = catalogue.lotsOf(productId).map((one) => one.code);
    return codes.length === 0 ? `${product.name} chưa có lô nào trong hồ sơ.` : `${product.name} không có lô "${code}".${suggestion(code, codes)} Các lô đang có: ${codes.join(', ')}.`;
  }
  const pack = product.packs.find(({ sku }) => sku === lot.sku);
  return pack === undefined ? `Lô ${code} ghi quy cách "${lot.sku}", sản phẩm không có quy cách ấy.` : { product, pack, lot };
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? '' : ` Có phải "${near}"?`;
}
