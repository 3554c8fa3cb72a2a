import { randomBytes } from 'node:crypto';
import type { ChangeState } from '../../../publish/desk-change.ts';
import { instant, type Database } from '../../db/database.ts';
import { recordAudit } from '../audit.ts';
import type { Change } from './change.ts';
import { readChange, writeChange, type ChangePatch } from './change-row.ts';

/** Stores a change as a draft; gives back its id. */
export async function addChange(db: Database, change: Pick<Change, 'kind' | 'title' | 'createdBy' | 'records' | 'input'>, nowMs: number): Promise<string> {
  const id = randomBytes(9).toString('base64url').replace(/[^A-Za-z0-9]/g, 'x').toLowerCase();
  const at = instant(nowMs);
  await db
    .insertInto('changes')
    .values({
      id,
      kind: change.kind,
      title: change.title,
      state: 'draft',
      created_by: change.createdBy,
      created_at: at,
      updated_at: at,
      input: JSON.stringify(change.input),
      records: JSON.stringify(change.records),
    })
    .execute();
  await recordAudit(db, { who: change.createdBy, action: 'change-made', subject: `change:${id}`, note: `${change.kind}: ${change.title}` }, nowMs);
  return id;
}

export async function findChange(db: Database, id: string): Promise<Change | undefined> {
  const row = await db.selectFrom('changes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readChange(row);
}

/** Newest step first. */
export async function listChanges(db: Database, { states, limit, offset = 0 }: { states?: readonly ChangeState[]; limit: number; offset?: number }): Promise<Change[]> {
  let query = db.selectFrom('changes').selectAll().orderBy('updated_at', 'desc').orderBy('id').limit(limit).offset(offset);
  if (states !== undefined) query = query.where('state', 'in', [...states]);
  return (await query.execute()).map(readChange);
}

export async function countChanges(db: Database): Promise<number> {
  const { count } = await db.selectFrom('changes').select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Moves a change on, only from the state in which it was seen: of two people who press at once one succeeds.
 * False when it is no longer in that state.
 */
export async function moveChange(db: Database, id: string, from: ChangeState, patch: ChangePatch, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('changes')
    .set({ ...writeChange(patch), updated_at: instant(nowMs) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
