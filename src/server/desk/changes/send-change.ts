import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { formatProblem } from '../../../domain/problem.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { countUsers } from '../users.ts';
import { annexReport, type AnnexReport } from './annex-report.ts';
import { isAnnex, type Change } from './change.ts';
import { filesToPlace } from './change-files.ts';
import { findChange, moveChange } from './change-store.ts';
import { draftOf, problemsOf } from './import-draft.ts';
import { recordsOnDisk, recordText } from './records-on-disk.ts';
import { newErrors } from './would-be.ts';
import { writeApproved, type Refusal } from './write-change.ts';

export const GONE: string = 'Việc này vừa được người khác làm. Trang dưới đây là tình trạng hiện nay.';

/** `sound`: only the rows that are, while others wait. */
export type SendMode = 'all' | 'sound';

/**
 * Sends a draft for approval. Where there is only one user, that user confirms it with this, and it is written and
 * published at once; the change says so.
 */
export async function sendChange(parts: DeskParts, change: Change, who: string, mode: SendMode): Promise<Refusal> {
  const { db, now } = parts;
  const ready = isAnnex(change.kind) ? await annexReady(parts, change, mode) : await formReady(parts, change);
  if ('refusal' in ready) return ready.refusal;
  const alone = (await countUsers(db)).all === 1;
  const sent = { ...ready, sentBy: who, sentAt: now() };
  const moved = await db.transaction().execute(async (transaction) => {
    const done = await moveChange(transaction, change.id, 'draft', alone ? { ...sent, state: 'writing', approvedBy: who, alone: true } : { ...sent, state: 'waiting' }, now());
    if (done) await recordAudit(transaction, { who, action: alone ? 'change-confirmed' : 'change-sent', subject: `change:${change.id}`, ...(mode === 'sound' && { note: 'sound rows only' }) }, now());
    return done;
  });
  if (!moved) return GONE;
  if (!alone) return undefined;
  const confirmed = await findChange(db, change.id);
  return confirmed && writeApproved(parts, confirmed);
}

type Ready = { records: readonly ProposedRecord[]; report?: AnnexReport } | { refusal: string };

async function annexReady(parts: DeskParts, change: Change, mode: SendMode): Promise<Ready> {
  const draft = await draftOf(parts, change);
  if ('refusal' in draft) return draft;
  const { records, problems, rows } = draft.proposal;
  if (problems.length > 0) return { refusal: `Chưa gửi: hồ sơ sẽ có lỗi. ${problemsOf(draft.proposal).join(' ')}` };
  const waiting = rows.filter(({ status }) => status === 'question' || status === 'refused').length;
  if (mode === 'all' && waiting > 0) return { refusal: `Chưa gửi: còn ${waiting} dòng chưa ổn.` };
  if (records.length === 0) return { refusal: 'Không có gì mới để ghi.' };
  return { records, report: annexReport(draft.proposal) };
}

/** The records are those of the form; the register must not have moved on since. */
async function formReady({ db, contentDir, cacheFile, now }: DeskParts, { id, records }: Change): Promise<Ready> {
  const changed = records.find(({ path, before }) => recordText(contentDir, path) !== before);
  if (changed !== undefined) return { refusal: `${changed.path} đã đổi từ lúc điền: hãy bỏ việc này và điền lại.` };
  const files = await filesToPlace(db, id);
  const errors = newErrors(recordsOnDisk(contentDir, cacheFile).register, { records, filesAdded: files.map(({ role }) => role) }, dayInVietnam(now()));
  return errors.length === 0 ? { records } : { refusal: `Chưa gửi: hồ sơ sẽ có lỗi. ${errors.map((problem) => formatProblem(problem, 'vi')).join(' ')}` };
}
