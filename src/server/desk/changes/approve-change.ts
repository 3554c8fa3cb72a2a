import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { approvedRecords } from '../../producer-lots/approved-records.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Session } from '../session.ts';
import type { Change } from './change.ts';
import { findChange, moveChange } from './change-store.ts';
import { rightsOf } from './change-rights.ts';
import { recordsOnDisk } from './records-on-disk.ts';
import { GONE } from './send-change.ts';
import { countUsers } from '../users.ts';
import { writeApproved, type Refusal } from './write-change.ts';

/** Another person approves what waits: it is written and published. */
export async function approveChange(parts: DeskParts, change: Change, session: Session): Promise<Refusal> {
  const { db, now } = parts;
  const users = await countUsers(db);
  if (change.state !== 'waiting') return GONE;
  if (!rightsOf(change, session, users).approve) return 'Người khác, có vai trò người duyệt, mới duyệt được thay đổi này.';
  const alone = users.all === 1;
  const records = change.input.lotLink === undefined ? change.records : approvedRecords(change.records, officeOf(parts), dayInVietnam(now()));
  const moved = await db.transaction().execute(async (transaction) => {
    const done = await moveChange(transaction, change.id, 'waiting', { state: 'writing', approvedBy: session.name, alone, records }, now());
    if (done) await recordAudit(transaction, { who: session.name, action: alone ? 'change-confirmed' : 'change-approved', subject: `change:${change.id}` }, now());
    return done;
  });
  const approved = moved ? await findChange(db, change.id) : undefined;
  return approved === undefined ? GONE : writeApproved(parts, approved);
}

/** As published records name it. */
function officeOf({ contentDir, cacheFile }: DeskParts): string {
  const { office, name } = recordsOnDisk(contentDir, cacheFile).register.site;
  return office?.name ?? name.vi;
}

/** Back to a draft, to be looked at again. */
export async function giveBack({ db, now }: DeskParts, { id }: Change, who: string): Promise<Refusal> {
  const patch = { state: 'draft', records: [], report: null, sentBy: null, sentAt: null } as const;
  if (!(await moveChange(db, id, 'waiting', patch, now()))) return GONE;
  await recordAudit(db, { who, action: 'change-given-back', subject: `change:${id}` }, now());
  return undefined;
}

/** Nothing of it is written, now or later. */
export async function withdrawChange({ db, now }: DeskParts, { id, state }: Change, who: string): Promise<Refusal> {
  if ((state !== 'draft' && state !== 'waiting') || !(await moveChange(db, id, state, { state: 'withdrawn' }, now()))) return GONE;
  await recordAudit(db, { who, action: 'change-withdrawn', subject: `change:${id}` }, now());
  return undefined;
}
