import type { ChangeRow, ChangeRowUpdate } from '../../db/tables.ts';
import { instant } from '../../db/database.ts';
import type { Change, ChangeInput } from './change.ts';

/** What of a change may change after it was made; `null` takes a value away. */
export type ChangePatch = Partial<Pick<Change, 'state' | 'input' | 'records' | 'alone'>> & {
  [K in 'report' | 'sentBy' | 'sentAt' | 'approvedBy' | 'writtenAt' | 'publishedAt' | 'publishProblem' | 'undoneBy' | 'undoneAt']?: Change[K] | null;
};

export function readChange(row: ChangeRow): Change {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    createdBy: row.created_by,
    createdAt: Date.parse(row.created_at),
    updatedAt: Date.parse(row.updated_at),
    input: JSON.parse(row.input) as ChangeInput,
    records: JSON.parse(row.records) as Change['records'],
    alone: Number(row.alone) === 1,
    ...(row.report !== null && { report: JSON.parse(row.report) as NonNullable<Change['report']> }),
    ...(row.sent_by !== null && { sentBy: row.sent_by }),
    ...(row.sent_at !== null && { sentAt: Date.parse(row.sent_at) }),
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    ...(row.written_at !== null && { writtenAt: Date.parse(row.written_at) }),
    ...(row.published_at !== null && { publishedAt: Date.parse(row.published_at) }),
    ...(row.publish_problem !== null && { publishProblem: row.publish_problem }),
    ...(row.undone_by !== null && { undoneBy: row.undone_by }),
    ...(row.undone_at !== null && { undoneAt: Date.parse(row.undone_at) }),
  };
}

export function writeChange(patch: ChangePatch): ChangeRowUpdate {
  const day = (ms: number | null): string | null => (ms === null ? null : instant(ms));
  return {
    ...(patch.state !== undefined && { state: patch.state }),
    ...(patch.input !== undefined && { input: JSON.stringify(patch.input) }),
    ...(patch.records !== undefined && { records: JSON.stringify(patch.records) }),
    ...(patch.alone !== undefined && { alone: patch.alone ? 1 : 0 }),
    ...(patch.report !== undefined && { report: patch.report === null ? null : JSON.stringify(patch.report) }),
    ...(patch.sentBy !== undefined && { sent_by: patch.sentBy }),
    ...(patch.sentAt !== undefined && { sent_at: day(patch.sentAt) }),
    ...(patch.approvedBy !== undefined && { approved_by: patch.approvedBy }),
    ...(patch.writtenAt !== undefined && { written_at: day(patch.writtenAt) }),
    ...(patch.publishedAt !== undefined && { published_at: day(patch.publishedAt) }),
    ...(patch.publishProblem !== undefined && { publish_problem: patch.publishProblem }),
    ...(patch.undoneBy !== undefined && { undone_by: patch.undoneBy }),
    ...(patch.undoneAt !== undefined && { undone_at: day(patch.undoneAt) }),
  };
}
