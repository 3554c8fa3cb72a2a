import type { ActKind } from '../../domain/decision.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import { dayInCell } from '../facts/read-date.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';

type Line = DecisionRecord['lines'][number];

/** The line as the row gives it, joined to the one that the decision has for the product already. */
export function lineOfRow(
  row: AnnexRow,
  facts: { product: string; act: ActKind; stars: StarLevel | undefined; score: number | undefined; asSigned: Line['asSigned'] },
  before: Line | undefined,
  report: RowReport,
): Line {
  const validCell = row.cells.get('validUntil');
  const validUntil = validCell === undefined ? undefined : dayInCell(validCell.value, row.since1904);
  contradict(row, 'stars', before?.stars, facts.stars, report);
  contradict(row, 'score', before?.score, facts.score, report);
  contradict(row, 'validUntil', before?.validUntil, validUntil, report);
  const inferred = /^(suy ra|inferred)$/iu.test(row.cells.get('basis')?.text ?? '');
  const note = row.cells.get('basisNote')?.text;
  return withoutUndefined({
    product: facts.product,
    act: facts.act,
    stars: facts.stars ?? before?.stars,
    score: facts.score ?? before?.score,
    basis: inferred ? 'inferred' : 'read',
    basisNote: inferred ? note : undefined,
    validUntil: validUntil ?? before?.validUntil,
    asSigned: facts.asSigned ?? before?.asSigned,
  });
}

function contradict(row: AnnexRow, key: 'stars' | 'score' | 'validUntil', before: unknown, now: unknown, report: RowReport): void {
  if (before === undefined || now === undefined || before === now) return;
  report.ask(row.cells.get(key), {
    vi: `hồ sơ của quyết định này đang ghi ${String(before)}, tệp ghi ${String(now)}: hãy đối chiếu văn bản rồi sửa tệp hoặc hồ sơ.`,
    en: `the record of this decision says ${String(before)} and the file ${String(now)}: compare with the document and correct one of them.`,
  });
}

function withoutUndefined(line: Line): Line {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as Line;
}
