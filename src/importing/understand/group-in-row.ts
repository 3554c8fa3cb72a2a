import { groupByRules } from '../../domain/product-group-rule.ts';
import { readGroup } from '../facts/read-group.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import type { RawRegister } from '../../catalogue/raw-register.ts';

/** The group that the file names (read), else the one that content/group-rules.yaml gives for the name (inferred). */
export function groupInRow(row: AnnexRow, around: string | undefined, name: string, register: RawRegister, report: RowReport): { id: string; inferred: boolean } | undefined {
  const cell = row.cells.get('group');
  const own = cell === undefined ? undefined : readGroup(cell.text, register.groups);
  if (own !== undefined) return { id: own, inferred: false };
  if (cell !== undefined) report.notice(cell, { vi: 'không phải một trong sáu nhóm; xét theo tên sản phẩm.', en: 'is none of the six groups; the name decides.' });
  if (around !== undefined) return { id: around, inferred: false };
  const ruled = groupByRules(register.groupRules, name);
  return ruled === undefined ? undefined : { id: ruled, inferred: true };
}
