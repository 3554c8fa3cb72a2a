import { REPORT_STATES, reportEventsIn, type ReportState } from '../../domain/report.ts';
import type { Inspection, ReportDetails, ReportInbox, ReportLine } from '../../publish/desk-report.ts';
import type { Database } from '../db/database.ts';
import type { ReportRow } from '../db/tables.ts';
import { subjectOf } from './report-store.ts';

const PAGE = 50;
const START = 140;

/** One page of the inbox, newest first. */
export async function inboxPage(db: Database, { state, page }: { state: ReportState | undefined; page: number }): Promise<ReportInbox> {
  const counts = await countReports(db);
  const all = state === undefined ? REPORT_STATES.reduce((sum, each) => sum + counts[each], 0) : counts[state];
  const pages = Math.max(1, Math.ceil(all / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  let query = db.selectFrom('reports').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(PAGE).offset((shown - 1) * PAGE);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.execute();
  const withPhotograph = await photographed(db, rows.map(({ id }) => id));
  return { ...(state !== undefined && { state }), reports: rows.map((row) => lineOf(row, withPhotograph.has(row.id))), counts, page: shown, pages };
}

export async function countReports(db: Database): Promise<Record<ReportState, number>> {
  const rows = await db.selectFrom('reports').select(['state', ({ fn }) => fn.countAll<number | string>().as('count')]).groupBy('state').execute();
  const counts: Record<ReportState, number> = { new: 0, looking: 0, answered: 0, closed: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}

export async function reportDetails(db: Database, row: ReportRow): Promise<ReportDetails> {
  const steps = await db.selectFrom('audit').select(['at', 'who', 'action', 'note']).where('subject', '=', subjectOf(row.id)).orderBy('id').execute();
  return {
    ...lineOf(row, (await photographed(db, [row.id])).has(row.id)),
    words: row.words,
    language: row.language,
    ...(row.contact !== null && { contact: row.contact }),
    ...(row.contact_deleted_at !== null && { contactDeletedAt: Date.parse(row.contact_deleted_at) }),
    ...(row.inspection !== null && { inspection: JSON.parse(row.inspection) as Inspection }),
    ...(row.change_id !== null && { changeId: row.change_id }),
    steps: steps.map(({ at, who, action, note }) => ({ what: action, who, at: Date.parse(at), ...(note !== null && { note }) })),
    events: reportEventsIn(row.state),
  };
}

function lineOf(row: ReportRow, hasPhotograph: boolean): ReportLine {
  const words = row.words.replace(/\s+/g, ' ');
  return {
    reference: row.id,
    kind: row.kind,
    state: row.state,
    start: [...words].length > START ? `${[...words].slice(0, START).join('')}…` : words,
    ...(row.about !== null && { about: row.about }),
    at: Date.parse(row.created_at),
    hasPhotograph,
  };
}

async function photographed(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('report_photographs').select('report_id').where('report_id', 'in', [...ids]).execute();
  return new Set(rows.map(({ report_id: id }) => id));
}
