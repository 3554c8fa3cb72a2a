import { changeYaml, parseYaml } from '../../catalogue/yaml-file.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { ProposedRecord } from '../../importing/proposal.ts';

/** Lots that a producer declared, saying which office let them into the register, and on which day. */
export function approvedRecords(records: readonly ProposedRecord[], office: string, on: IsoDate): readonly ProposedRecord[] {
  return records.map((record) => (record.path.startsWith('content/lots/') ? { ...record, after: approved(record.after, { by: office, on }) } : record));
}

function approved(text: string, by: { by: string; on: IsoDate }): string {
  const parsed = parseYaml(text);
  if ('error' in parsed || typeof parsed.value !== 'object') throw new Error('a declared lot is no readable record');
  return changeYaml(text, { ...parsed.value, approved: by });
}
