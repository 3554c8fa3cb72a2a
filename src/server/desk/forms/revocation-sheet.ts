import { ACT_WORDS } from '../../../importing/facts/read-act.ts';
import { LEVEL_WORDS, levelOfName, readLevel } from '../../../importing/facts/read-issuer.ts';
import { writeCsv } from '../../../importing/exchange/csv-writer.ts';
import { TEMPLATE_COLUMNS } from '../../../importing/exchange/template-columns.ts';
import type { ColumnKey } from '../../../importing/table/column-key.ts';
import { PART_MARK } from '../../../importing/understand/source-in-row.ts';
import type { IsoDate } from '../../../domain/calendar-day.ts';
import type { FormValues } from './form-values.ts';

/** A decision of one line as an annex: one way into the records for all decisions. */
export function revocationSheet(product: { id: string; name: string }, values: FormValues, today: IsoDate): string {
  const issuer = values.text('co-quan');
  const level = readLevel(values.text('cap')) ?? levelOfName(issuer);
  const cells: Partial<Record<ColumnKey, string>> = {
    product: product.name,
    productId: product.id,
    act: ACT_WORDS.revocation,
    number: values.text('so'),
    signedOn: values.text('ngay').split('-').reverse().join('/'),
    issuer: issuer === '' ? 'chưa rõ' : issuer,
    issuerLevel: level === undefined ? '' : LEVEL_WORDS[level],
    source: [values.text('nguon').replace(/\s*(?:\||;;)\s*/g, ', '), today].join(PART_MARK),
  };
  const columns = TEMPLATE_COLUMNS.filter(({ key }) => cells[key] !== undefined);
  return writeCsv([columns.map(({ header }) => header), columns.map(({ key }) => cells[key] ?? '')]);
}
