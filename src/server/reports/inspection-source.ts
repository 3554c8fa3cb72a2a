import { formatDate } from '../../i18n/format-date.ts';
import type { Inspection } from '../../publish/desk-report.ts';
import type { ReportRow } from '../db/tables.ts';

/** "Biên bản kiểm tra số 12/BB-KT ngày 20/11/2026": what of an inspection may stand in a public record. */
export function inspectionSource(report: Pick<ReportRow, 'inspection'> | undefined): string | undefined {
  if (report === undefined || report.inspection === null) return undefined;
  const { paper, on } = JSON.parse(report.inspection) as Inspection;
  return on === undefined ? paper : `${paper} ngày ${formatDate(on, 'vi')}`;
}
