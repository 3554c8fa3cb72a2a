import { randomBytes } from 'node:crypto';
import { newReportReference, nextReportState, type ReportEvent, type ReportKind, type ReportReference, type ReportState } from '../../domain/report.ts';
import type { Language } from '../../paths.ts';
import type { Inspection } from '../../publish/desk-report.ts';
import { instant, type Database } from '../db/database.ts';
import type { ReportRow } from '../db/tables.ts';
import { recordAudit } from '../desk/audit.ts';

export interface NewReport {
  kind: ReportKind;
  words: string;
  about: string | undefined;
  language: Language;
  contact: string | undefined;
  photograph: Uint8Array | undefined;
  /** What makes two reports of one day the same. */
  sameKey: string;
}

/** What stands in the place of words that were deleted. */
export const WORDS_DELETED = '(nội dung đã xoá)';

/** Whoever sends; people who report are not named anywhere. */
export const SOMEBODY = 'người gửi phản ánh';

/** Stores a report; the one that is there already when the same was sent before. */
export async function addReport(db: Database, report: NewReport, nowMs: number): Promise<{ reference: ReportReference; isNew: boolean }> {
  const id = newReportReference(randomBytes(9));
  const at = instant(nowMs);
  const added = await db
    .insertInto('reports')
    .values({
      id,
      kind: report.kind,
      words: report.words,
      about: report.about ?? null,
      language: report.language,
      contact: report.contact ?? null,
      state: 'new',
      created_at: at,
      state_at: at,
      same_key: report.sameKey,
    })
    .onConflict((conflict) => conflict.column('same_key').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) {
    const known = await db.selectFrom('reports').select('id').where('same_key', '=', report.sameKey).executeTakeFirstOrThrow();
    return { reference: known.id, isNew: false };
  }
  if (report.photograph !== undefined) await db.insertInto('report_photographs').values({ report_id: id, bytes: report.photograph }).execute();
  await recordAudit(db, { who: SOMEBODY, action: 'report-received', subject: subjectOf(id) }, nowMs);
  return { reference: id, isNew: true };
}

export function findReport(db: Database, id: string): Promise<ReportRow | undefined> {
  return db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function photographOf(db: Database, id: string): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('report_photographs').select('bytes').where('report_id', '=', id).executeTakeFirst())?.bytes;
}

/** Moves a report on from the state in which it was seen; false when it is no longer in it, or cannot go this way. */
export async function moveReport(db: Database, { id, from, event, who, note }: { id: string; from: ReportState; event: ReportEvent; who: string; note?: string | undefined }, nowMs: number): Promise<boolean> {
  const to = nextReportState(from, event);
  if (to === undefined) return false;
  return db.transaction().execute(async (transaction) => {
    const at = instant(nowMs);
    const moved = await transaction
      .updateTable('reports')
      .set({ state: to, state_at: at, closed_at: to === 'closed' ? at : null })
      .where('id', '=', id)
      .where('state', '=', from)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return false;
    await recordAudit(transaction, { who, action: `report-${event}`, subject: subjectOf(id), ...(note !== undefined && { note }) }, nowMs);
    return true;
  });
}

export async function writeInspection(db: Database, id: string, inspection: Inspection, nowMs: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('reports').set({ inspection: JSON.stringify(inspection) }).where('id', '=', id).execute();
    await recordAudit(transaction, { who: inspection.by, action: 'report-inspected', subject: subjectOf(id), note: inspection.paper }, nowMs);
  });
}

/** A draft revocation was made from it. */
export async function linkRevocation(db: Database, id: string, changeId: string, who: string, nowMs: number): Promise<void> {
  await db.updateTable('reports').set({ change_id: changeId }).where('id', '=', id).execute();
  await recordAudit(db, { who, action: 'report-revocation-drafted', subject: subjectOf(id), note: `change:${changeId}` }, nowMs);
}

/** Telephone or mail, and the photograph; with `words` also what was written, when that names somebody. */
export async function deleteContact(db: Database, id: string, who: string, nowMs: number, { words = false }: { words?: boolean } = {}): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('reports').set({ contact: null, contact_deleted_at: instant(nowMs), ...(words && { words: WORDS_DELETED }) }).where('id', '=', id).execute();
    await transaction.deleteFrom('report_photographs').where('report_id', '=', id).execute();
    await recordAudit(transaction, { who, action: words ? 'report-words-deleted' : 'report-contact-deleted', subject: subjectOf(id) }, nowMs);
  });
}

export function subjectOf(id: ReportReference): string {
  return `report:${id}`;
}
