import type { PlaceAsSigned } from '../../domain/decision.ts';
import { spellingKeys } from '../../domain/fold.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';
import type { PlaceIndex } from '../../domain/place-index.ts';
import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import type { ProductRecord } from '../../catalogue/schemas/product.ts';
import { placeCodes, provinceCodesOf, type PlaceOfRow } from '../facts/place-of-row.ts';
import { producerKey, productKey } from '../match/name-key.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import type { ProducerOfRow } from './producer-in-row.ts';

type AsSigned = DecisionRecord['lines'][number]['asSigned'];

export interface Compared {
  /** What the record does not know yet. */
  changes: Partial<ProductRecord>;
  /** What the annex says otherwise than the record: kept with the decision's line. */
  asSigned: AsSigned;
}

/** Sets a row against the product's record. Nothing that the record says is overwritten. */
export function compareWithProduct(
  row: AnnexRow,
  found: { written: string; producer: ProducerOfRow; place: PlaceOfRow | undefined; group: { id: string; inferred: boolean } | undefined },
  { record }: RawRecord<ProductRecord>,
  index: PlaceIndex,
  report: RowReport,
): Compared {
  const { written, producer, place, group } = found;
  const changes: Partial<ProductRecord> = {};
  const asSigned: NonNullable<AsSigned> = {};
  if (productKey(written) !== productKey(record.name)) asSigned.name = written;
  else if (spellingKeys(written).marked !== spellingKeys(record.name).marked) {
    report.notice(row.cells.get('product'), { vi: `khác dấu với tên trong hồ sơ, "${record.name}": hồ sơ giữ nguyên, hãy đối chiếu.`, en: `differs in its marks from the record's "${record.name}", which stays: compare.` });
  }
  const producerId = producer.kind === 'existing' ? producer.id : producer.kind === 'new' ? producer.producer.id : undefined;
  if (producerId !== undefined && record.producer === undefined) changes.producer = producerId;
  if (producer.kind === 'existing' && producer.id === record.producer && producerKey(producer.written) !== producerKey(producer.name)) asSigned.producer = producer.written;
  if (producerId !== undefined && record.producer !== undefined && producerId !== record.producer) {
    asSigned.producer = producer.kind === 'none' ? undefined : producer.written;
    report.notice(row.cells.get('producer'), {
      vi: `hồ sơ sản phẩm ghi chủ thể "${record.producer}": giữ nguyên, tên trong tệp ghi kèm quyết định.`,
      en: `the product's record names the producer "${record.producer}": kept; the file's name goes with the decision.`,
    });
  }
  if (place !== undefined && !sameNames(place.place, record.place)) comparePlace(row, place, record, index, changes, asSigned, report);
  if (group !== undefined && !group.inferred && record.group === undefined) Object.assign(changes, { group: group.id, groupBasis: 'read' });
  return { changes, asSigned: Object.keys(asSigned).length === 0 ? undefined : asSigned };
}

function comparePlace(
  row: AnnexRow, place: PlaceOfRow, record: ProductRecord, index: PlaceIndex, changes: Partial<ProductRecord>, asSigned: NonNullable<AsSigned>, report: RowReport,
): void {
  const known = resolvePlace(index, record.place, record.placeEra);
  const [before, now] = [placeCodes(known), placeCodes(place.resolved)];
  if (now.length === 0 || (before.length === now.length && before.every((code) => now.includes(code)))) return;
  const provinces = provinceCodesOf(known);
  const finer = known.kind === 'nothing' || (known.kind === 'province' && provinces.some((code) => provinceCodesOf(place.resolved).includes(code)));
  if (finer && place.resolved.kind !== 'province') {
    Object.assign(changes, { place: place.place, placeEra: place.era });
    return;
  }
  if (place.resolved.kind === 'province') return;
  asSigned.place = place.place;
  report.notice(row.cells.get('commune') ?? row.cells.get('address'), {
    vi: 'khác nơi sản xuất trong hồ sơ: hồ sơ giữ nguyên, địa danh trong tệp ghi kèm quyết định.',
    en: 'differs from the place in the record: the record stays, the place of the file goes with the decision.',
  });
}

function sameNames(a: PlaceAsSigned, b: PlaceAsSigned): boolean {
  return (['commune', 'district', 'province'] as const).every((level) => productKey(a[level] ?? '') === productKey(b[level] ?? ''));
}
