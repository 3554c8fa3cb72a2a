import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { ProductRecord } from '../../catalogue/schemas/product.ts';
import { nearestName } from '../../catalogue/nearest-name.ts';
import { findProduct } from '../match/find-product.ts';
import { freeId } from '../match/free-id.ts';
import { productKey } from '../match/name-key.ts';
import { NEW, type RowAnswer } from '../import-context.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import { cleanName, isAllCaps } from '../text/clean-text.ts';
import { isTaken, reserve, type ImportState } from './import-state.ts';
import type { ProducerOfRow } from './producer-in-row.ts';

export type ProductOfRow =
  | { kind: 'existing'; record: RawRecord<ProductRecord>; written: string }
  /** `first` on the row that brings it. */
  | { kind: 'new'; id: string; written: string; first: boolean }
  | { kind: 'unsettled'; written: string };

export function productInRow(
  row: AnnexRow,
  about: { producer: ProducerOfRow; provinces: readonly string[]; places: readonly (string | undefined)[]; inDecision: ReadonlySet<string>; signedNames: ReadonlyMap<string, string>; mayBeNew: boolean },
  answer: RowAnswer,
  state: ImportState,
  report: RowReport,
): ProductOfRow {
  const cell = row.cells.get('product');
  const written = cell === undefined ? '' : cleanName(cell.text);
  const byId = productById(row, written, about.signedNames, answer, state, report);
  if (byId !== undefined) return byId;
  if (written === '') {
    report.ask(undefined, { vi: 'không có tên sản phẩm: hãy ghi tên hoặc xoá dòng.', en: 'has no name of a product: write it or delete the row.' });
    return { kind: 'unsettled', written };
  }
  const producer = producerAsked(about.producer);
  const memory = [productKey(written), producer === 'new' && about.producer.kind === 'new' ? about.producer.producer.id : typeof producer === 'object' ? producer.id : about.provinces.join()].join('@');
  const before = state.newProducts.get(memory);
  if (before !== undefined) return { kind: 'new', id: before, written, first: false };
  if (answer['san-pham'] !== NEW) {
    const found = findProduct(state.index, { name: written, producer, provinces: about.provinces, inDecision: about.inDecision });
    if (found.kind === 'same') return { kind: 'existing', record: found.product, written };
    if (found.kind === 'perhaps') {
      const names = found.products.map(({ id, record }) => `"${record.name}" (${state.index.producer(record.producer ?? '')?.record.name ?? 'chưa rõ chủ thể'}, ${id})`);
      report.ask(cell, {
        vi: `có thể trùng với sản phẩm đã có: ${names.join('; ')}; hãy trả lời, hoặc ghi mã vào cột Mã sản phẩm.`,
        en: `is likely the same as a product already known: ${names.join('; ')}; answer, or write its id into the column Mã sản phẩm.`,
      }, 'san-pham', [...found.products.map(({ id, record }) => ({ value: id, label: record.name })), { value: NEW, label: 'sản phẩm mới' }]);
      return { kind: 'unsettled', written };
    }
    if (!about.mayBeNew) {
      report.ask(cell, {
        vi: 'không tìm thấy sản phẩm này trong hồ sơ để thu hồi hay ghi nộp lại hồ sơ: hãy đối chiếu tên, hoặc trả lời.',
        en: 'is not in the register, so nothing can be revoked or filed again: compare the name, or answer.',
      }, 'san-pham', [{ value: NEW, label: 'sản phẩm mới' }]);
      return { kind: 'unsettled', written };
    }
  }
  const id = reserve(state, 'product', freeId(written, [nameOf(about.producer), ...about.places], (taken) => isTaken(state, 'product', taken)));
  state.newProducts.set(memory, id);
  if (isAllCaps(written)) report.notice(cell, { vi: 'tên viết toàn chữ hoa, giữ nguyên: nên sửa theo văn bản.', en: 'the name is all capitals and kept so: correct it from the document.' });
  return { kind: 'new', id, written, first: true };
}

function productById(row: AnnexRow, written: string, signedNames: ReadonlyMap<string, string>, answer: RowAnswer, state: ImportState, report: RowReport): ProductOfRow | undefined {
  const cell = row.cells.get('productId');
  const id = answer['san-pham'] === NEW ? undefined : (answer['san-pham'] ?? cell?.text);
  if (id === undefined) return undefined;
  const record = state.index.product(state.index.movedTo('product', id) ?? id);
  if (record !== undefined) {
    const names = [record.record.name, signedNames.get(record.id) ?? record.record.name].map(productKey);
    if (answer['san-pham'] === undefined && written !== '' && !names.includes(productKey(written))) askWhetherSame(row, id, record, report);
    return { kind: 'existing', record, written: written || record.record.name };
  }
  const near = nearestName(id, state.context.register.products.filter(({ sample }) => !sample).map((product) => product.id));
  const hint = near === undefined ? { vi: '', en: '' } : { vi: ` (có phải "${near}"?)`, en: ` (did you mean "${near}"?)` };
  report.ask(cell, {
    vi: `mã "${id}" không có trong hồ sơ${hint.vi}: hãy sửa, hoặc bỏ trống để ghi sản phẩm mới.`,
    en: `the id "${id}" is not in the register${hint.en}: correct it, or leave it empty for a new product.`,
  });
  return { kind: 'unsettled', written };
}

/** An id beside the name of another product is a slip more often than a new name. */
function askWhetherSame(row: AnnexRow, id: string, { record }: RawRecord<ProductRecord>, report: RowReport): void {
  report.ask(row.cells.get('product'), {
    vi: `mã "${id}" là của "${record.name}": hãy sửa mã, hoặc trả lời nếu văn bản gọi sản phẩm ấy bằng tên này.`,
    en: `the id "${id}" is that of "${record.name}": correct it, or answer if the document calls that product so.`,
  }, 'san-pham', [{ value: id, label: `đúng là ${record.name}` }, { value: NEW, label: 'sản phẩm mới' }]);
}

function producerAsked(producer: ProducerOfRow): { id: string } | 'new' | undefined {
  if (producer.kind === 'existing') return { id: producer.id };
  return producer.kind === 'new' ? 'new' : undefined;
}

function nameOf(producer: ProducerOfRow): string | undefined {
  return producer.kind === 'existing' ? producer.name : producer.kind === 'new' ? producer.producer.name : undefined;
}
